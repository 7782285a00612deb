/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.codec.Frame;
import io.ohmnibus.ocpp.codec.OcppCodec;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the bench sends is what stations may send. */
final class TrafficsTest {

    private static final OcppCodec CODEC = OcppCodec.of(OcppVersion.V2_1);

    static Stream<Named<Traffic>> traffics() {
        return Stream.of(
                Named.of("heartbeats", Traffics.heartbeats()),
                Named.of("authorizes", Traffics.authorizes()),
                Named.of("transactionEvents", Traffics.transactionEvents()),
                Named.of("sessions", Traffics.sessions()));
    }

    @ParameterizedTest
    @MethodSource("traffics")
    void isValid(Traffic traffic) throws Exception {
        for (int n = 0; n < 40; n++) {
            byte[] text = traffic.call(7, n, "id-" + n).getBytes(StandardCharsets.UTF_8);
            assertThat(CODEC.readFrame(text)).isInstanceOf(Frame.Call.class);
        }
    }
}
