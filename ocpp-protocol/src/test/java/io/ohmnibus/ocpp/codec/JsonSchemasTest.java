/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.AFRRSignalRequest;
import io.ohmnibus.ocpp.message.AuthorizeRequest;
import io.ohmnibus.ocpp.message.HeartbeatRequest;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.RegistrationStatusEnum;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The schemas made from the records say the same as the official ones. */
class JsonSchemasTest {

    @ParameterizedTest
    @EnumSource
    void sayWhatTheOfficialSchemasSay(OcppVersion version) {
        var official = new Schemas(version);
        for (var type : official.messages()) {
            var ours = JsonSchemas.of(type, version);
            assertThat(flat(ours)).as(type.getSimpleName()).isEqualTo(flat(official.schema(type)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void judgeMessagesAsTheOfficialSchemasDo(OcppVersion version) {
        var official = new Schemas(version);
        var messages = new GeneratedMessages(7, true);
        for (var type : official.messages()) {
            var ours = official.compiled(JsonSchemas.of(type, version));
            var message = messages.message(official.schema(type));
            assertThat(ours.validate(message)).as("%s %s", type, message).isEmpty();
            message.put("extra", 1);
            assertThat(ours.validate(message)).as("%s %s", type, message).isNotEmpty();
        }
    }

    @Test
    void collectsWhatBelongsUnderComponents() {
        var schemas =
                JsonSchemas.of(
                        List.of(AuthorizeRequest.class, HeartbeatRequest.class),
                        OcppVersion.V2_1,
                        "#/components/schemas/");

        assertThat(schemas)
                .containsOnlyKeys(
                        "AdditionalInfo",
                        "AuthorizeRequest",
                        "CustomData",
                        "HashAlgorithmEnum",
                        "HeartbeatRequest",
                        "IdToken",
                        "OCSPRequestData");
        assertThat(schemas)
                .extractingByKey("AuthorizeRequest")
                .extracting(schema -> schema.at("/properties/idToken/$ref").asString())
                .isEqualTo("#/components/schemas/IdToken");
        assertThat(schemas)
                .extractingByKey("IdToken")
                .extracting(schema -> schema.at("/properties/type").toString())
                .isEqualTo("{\"type\":\"string\",\"maxLength\":20}");
    }

    @Test
    void takesEnumsAndCustomDataToo() {
        assertThat(JsonSchemas.of(RegistrationStatusEnum.class, OcppVersion.V2_1).get("enum"))
                .hasToString("[\"Accepted\",\"Pending\",\"Rejected\"]");
        assertThat(JsonSchemas.of(CustomData.class, OcppVersion.V2_1).get("required"))
                .hasToString("[\"vendorId\"]");
    }

    @Test
    void refusesWhatTheVersionDoesNotKnow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonSchemas.of(AFRRSignalRequest.class, OcppVersion.V2_0_1))
                .withMessage("AFRRSignalRequest is not part of ocpp2.0.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonSchemas.of(String.class, OcppVersion.V2_1));
    }

    /** Every rule by path, with references followed; lists and sets in one order. */
    private static SortedMap<String, Object> flat(JsonNode schema) {
        var rules = new TreeMap<String, Object>();
        flatten("$", schema, schema, rules);
        return rules;
    }

    private static void flatten(
            String path, JsonNode reference, JsonNode root, Map<String, Object> rules) {
        var schema = GeneratedMessages.resolved(reference, root);
        for (String limit : List.of("minItems", "maxItems", "maxLength", "minimum", "maximum")) {
            if (schema.has(limit)) {
                rules.put(path + " " + limit, schema.get(limit).decimalValue().intValueExact());
            }
        }
        for (String set : List.of("required", "enum")) {
            if (schema.has(set)) {
                var values = schema.get(set).valueStream().map(JsonNode::asString).toList();
                rules.put(path + " " + set, new TreeSet<>(values));
            }
        }
        rules.put(path + " type", schema.path("type").asString("any"));
        rules.put(path + " time", schema.path("format").asString("").equals("date-time"));
        if (schema.has("properties")) {
            rules.put(path + " closed", schema.path("additionalProperties").isBoolean());
            schema.get("properties")
                    .properties()
                    .forEach(property ->
                            flatten(
                                    path + "." + property.getKey(),
                                    property.getValue(),
                                    root,
                                    rules));
        }
        if (schema.has("items")) {
            flatten(path + "[]", schema.get("items"), root, rules);
        }
    }
}
