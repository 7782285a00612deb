/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppException;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.DataTransferRequest;
import io.ohmnibus.ocpp.message.DataTransferResponse;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * Messages made from the official schemas, half of them changed blindly in one place: the schemas
 * and the codec give the same verdict on every one. {@code -Dohmnibus.messages=100000} judges that
 * many.
 */
class VerdictsAgreeTest {

    private static final int MESSAGES = Integer.getInteger("ohmnibus.messages", 4_000);
    private static final long SEED = Long.getLong("ohmnibus.seed", 20_251_127);

    @ParameterizedTest
    @EnumSource
    void onEveryMessage(OcppVersion version) {
        var random = new Random(SEED);
        var schemas = new Schemas(version);
        var codec = OcppCodec.of(version);
        var messages = new GeneratedMessages(random.nextLong(), false);
        var mutations = new Mutations(random);
        var types = schemas.messages();
        int accepted = 0;
        for (int i = 0; i < MESSAGES / 2; i++) {
            var type = types.get(i % types.size());
            var message = messages.message(schemas.schema(type));
            var change = random.nextBoolean() ? mutations.apply(message) : "nothing";
            boolean expected = schemas.accepts(type, message) && !isNullData(type, message);
            assertThat(accepts(codec, type, message))
                    .as("%s: %s in %s", type, change, message)
                    .isEqualTo(expected);
            accepted += expected ? 1 : 0;
        }
        assertThat(accepted).isBetween(MESSAGES / 4, MESSAGES / 2);
        System.out.printf(
                "%d messages of %s judged alike: %d accepted, %d refused%n",
                MESSAGES / 2, version.subprotocol(), accepted, MESSAGES / 2 - accepted);
    }

    /** One of the places where the codec is stricter (Part 4, 4.1.5). */
    private static boolean isNullData(Class<?> type, ObjectNode message) {
        boolean open = type == DataTransferRequest.class || type == DataTransferResponse.class;
        return open && message.path("data").isNull();
    }

    private static boolean accepts(OcppCodec codec, Class<?> type, ObjectNode message) {
        try {
            codec.readPayload(type, Schemas.MAPPER.writeValueAsBytes(message));
            return true;
        } catch (OcppException e) {
            return false;
        }
    }
}
