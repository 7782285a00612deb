/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ohmnibus.ocpp.Message;
import io.ohmnibus.ocpp.OcppErrorCode;
import io.ohmnibus.ocpp.OcppException;
import io.ohmnibus.ocpp.OcppVersion;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The official schemas judge the same messages as the codec; the verdicts are the same. */
class SchemasAgreeTest {

    private static final long SEED = 20_251_123;
    private static final int MESSAGES_OF_A_TYPE = 12;

    @ParameterizedTest
    @EnumSource
    void validMessagesAreReadAndWrittenWithoutLoss(OcppVersion version) {
        var schemas = new Schemas(version);
        var codec = OcppCodec.of(version, Side.STATION);
        var sparse = new GeneratedMessages(SEED, false);
        for (var type : schemas.messages()) {
            for (int i = 0; i < MESSAGES_OF_A_TYPE; i++) {
                var message = sparse.message(schemas.schema(type));
                assertThat(schemas.accepts(type, message)).as("%s", message).isTrue();

                var read = codec.readPayload(type, bytes(message));
                var written = codec.writePayload(read);

                var tree = Schemas.MAPPER.readTree(written);
                assertThat(same(tree, message)).as("%s\n%s", tree, message).isTrue();
                assertThat(schemas.accepts(type, tree)).as("%s", tree).isTrue();
                assertThat((Object) codec.readPayload(type, written)).isEqualTo(read);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void messagesWithOneFaultAreRefusedWithCodeAndPath(OcppVersion version) {
        var schemas = new Schemas(version);
        var codec = OcppCodec.of(version);
        var full = new GeneratedMessages(SEED, true);
        var current =
                new Object() {
                    Class<? extends Message> type = Message.class;
                    ObjectNode message = Schemas.MAPPER.createObjectNode();
                    int faults;
                };
        var faults =
                new Faults(fault -> {
                    var refused = refusal(codec, current.type, current.message);
                    var what = "%s %s %s".formatted(current.type, fault, refused);
                    assertThat(refused).as(what).isNotNull();
                    assertThat(refused.error().code()).as(what).isEqualTo(fault.expected());
                    assertThat(refused.error().description())
                            .as(what)
                            .startsWith(fault.path() + ": ")
                            .hasSizeLessThanOrEqualTo(255);
                    assertThat(schemas.accepts(current.type, current.message)).as(what).isFalse();
                    current.faults++;
                });
        for (var type : schemas.messages()) {
            current.type = type;
            current.message = full.message(schemas.schema(type));
            assertThat(refusal(codec, type, current.message)).isNull();
            faults.breakEverywhere(type.getSimpleName(), current.message, schemas.schema(type));
        }
        assertThat(current.faults).isGreaterThan(version == OcppVersion.V2_1 ? 10_000 : 5_000);
    }

    @Test
    void prunedMessagesFit201() {
        var schemas = new Schemas(OcppVersion.V2_1);
        var oldSchemas = new Schemas(OcppVersion.V2_0_1);
        var codec = OcppCodec.of(OcppVersion.V2_1);
        var oldCodec = OcppCodec.of(OcppVersion.V2_0_1, Side.STATION);
        var sparse = new GeneratedMessages(SEED, false);
        int written = 0;
        for (var type : oldSchemas.messages()) {
            for (int i = 0; i < MESSAGES_OF_A_TYPE; i++) {
                var message = codec.readPayload(type, bytes(sparse.message(schemas.schema(type))));
                try {
                    var pruned = oldCodec.writePruned(message);
                    var tree = Schemas.MAPPER.readTree(pruned.payload());
                    assertThat(oldSchemas.accepts(type, tree)).as("%s %s", type, tree).isTrue();
                    written++;
                } catch (OcppException e) {
                    assertThat(e.error().code()).isEqualTo(OcppErrorCode.NOT_SUPPORTED);
                }
            }
        }
        assertThat(written).isGreaterThan(MESSAGES_OF_A_TYPE * oldSchemas.messages().size() / 2);
    }

    private static OcppException refusal(
            OcppCodec codec, Class<? extends Message> type, JsonNode message) {
        return catchThrowableOfType(
                OcppException.class, () -> codec.readPayload(type, bytes(message)));
    }

    private static byte[] bytes(JsonNode message) {
        return Schemas.MAPPER.writeValueAsBytes(message);
    }

    /** Equal up to how numbers and times are spelled. */
    private static boolean same(JsonNode a, JsonNode b) {
        if (a.isNumber()) {
            return b.isNumber() && a.decimalValue().compareTo(b.decimalValue()) == 0;
        }
        if (a.isString() && !a.equals(b)) {
            return OffsetDateTime.parse(a.asString()).isEqual(OffsetDateTime.parse(b.asString()));
        }
        if (a.isObject()) {
            return a.size() == b.size()
                    && a.propertyStream()
                            .allMatch(p ->
                                    b.has(p.getKey()) && same(p.getValue(), b.get(p.getKey())));
        }
        if (a.isArray()) {
            return a.size() == b.size() && allSame(a, b);
        }
        return Objects.equals(a, b);
    }

    private static boolean allSame(JsonNode a, JsonNode b) {
        for (int i = 0; i < a.size(); i++) {
            if (!same(a.get(i), b.get(i))) {
                return false;
            }
        }
        return true;
    }
}
