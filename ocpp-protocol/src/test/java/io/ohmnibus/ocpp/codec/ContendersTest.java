/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.TransactionEventRequest;
import io.ohmnibus.ocpp.message.TransactionEventResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the benchmark compares does the same work: equal results, equal rules. */
class ContendersTest {

    private final OcppCodec codec = OcppCodec.of(OcppVersion.V2_1);
    private final HibernateContender hibernate =
            new HibernateContender(TransactionEventRequest.class, OcppVersion.V2_1);
    private final NetworkntContender networknt =
            new NetworkntContender(TransactionEventRequest.class, OcppVersion.V2_1);

    @Test
    void allReadTheSame() throws FrameException {
        byte[] frame = TransactionEventBenchmark.frame();
        assertThat(frame).hasSizeBetween(950, 1050);
        var call = (Frame.Call) codec.readFrame(frame);
        assertThat(hibernate.read(frame)).isEqualTo(call.request());
        assertThat(networknt.read(frame)).isEqualTo(Schemas.MAPPER.readTree(call.payload()));
    }

    @Test
    void allWriteTheSame() {
        var response = TransactionEventResponse.EMPTY;
        assertThat(hibernate.write("id", response))
                .isEqualTo(codec.writeCallResult("id", codec.writePayload(response)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"eventType\":\"Updated\",|",
                "\"Updated\"|\"Upgraded\"",
                "\"seqNo\":42,|",
                "\"seqNo\":42|\"seqNo\":-1",
                "\"seqNo\":42|\"seqNo\":\"42\"",
                "\"seqNo\":42|\"seqNo\":42,\"seqNo\":42",
                "\"seqNo\":42|\"seqNo\":42,\"extra\":1",
                "\"numberOfPhasesUsed\":3|\"numberOfPhasesUsed\":4",
                "b7f1c8c2-|b7f1c8c2-0",
                "08:15:30.250Z|08:15:30.250",
                "\"unit\":\"Wh\"|\"unit\":\"kilowatt-hours a year\"",
                "\"value\":15.87|\"value\":true",
                "\"value\":15.87,|",
                "\"evse\":{|\"evse\":{\"x\":1,"
            })
    void allRefuseTheSame(String right, String wrong) {
        var text = new String(TransactionEventBenchmark.frame(), UTF_8);
        assertThat(text).contains(right);
        byte[] frame = text.replace(right, wrong == null ? "" : wrong).getBytes(UTF_8);
        assertThatThrownBy(() -> codec.readFrame(frame)).isInstanceOf(FrameException.class);
        assertThatThrownBy(() -> hibernate.read(frame)).isNotNull();
        assertThatThrownBy(() -> networknt.read(frame)).isNotNull();
    }
}
