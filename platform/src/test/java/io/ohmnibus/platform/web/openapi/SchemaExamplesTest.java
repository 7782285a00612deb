/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

final class SchemaExamplesTest {

    private static final String PREFIX = "#/components/schemas/";

    private static ObjectNode schema(String json) {
        return (ObjectNode) JsonMapper.shared().readTree(json);
    }

    private final SchemaExamples examples =
            SchemaExamples.whole(
                    Map.of(
                            "Thing",
                            schema(
                                    """
                                    {"required": ["id"], "properties": {
                                     "id": {"type": "string", "format": "uuid"},
                                     "at": {"type": ["string", "null"], "format": "date-time"},
                                     "stationId": {"type": "string"},
                                     "kind": {"type": "string", "enum": ["A", "B"]},
                                     "inner": {"$ref": "#/components/schemas/Thing"},
                                     "many": {"type": "array", "items": {"type": "integer"}},
                                     "shown": {"type": "string", "example": "so"},
                                     "customData": {"type": "string"},
                                     "counts": {"type": "object",
                                      "additionalProperties": {"type": "integer"}}}}
                                    """)),
                    PREFIX,
                    ExampleValues.load());

    @Test
    void hasAValueOfItsTypeForEachPropertyAndEndsWhereTypesContainThemselves() {
        assertThat(examples.of("Thing"))
                .isInstanceOfSatisfying(
                        Map.class,
                        thing -> {
                            assertThat(String.valueOf(thing.get("id"))).hasSize(36);
                            assertThat(thing.get("at")).isEqualTo("2026-01-31T12:00:00Z");
                            assertThat(thing.get("stationId")).isEqualTo("CS-001");
                            assertThat(thing.get("kind")).isEqualTo("A");
                            assertThat(thing.get("many")).isEqualTo(List.of(1));
                            assertThat(thing.get("shown")).hasToString("\"so\"");
                            assertThat(thing.get("counts")).isEqualTo(Map.of("counts1", 1));
                            assertThat(thing.containsKey("customData")).isFalse();
                            assertThat(thing.get("inner")).isInstanceOf(Map.class);
                        });
    }

    @Test
    void namesNestedTypesAfterTheirResources() {
        assertThat(SchemaNames.name(ThingResource.View.class))
                .isEqualTo("SchemaExamplesTestThingView");
        assertThat(SchemaNames.name(String.class)).isEqualTo("String");
    }

    /** As a resource nests its view. */
    private static final class ThingResource {
        private record View() {}
    }
}
