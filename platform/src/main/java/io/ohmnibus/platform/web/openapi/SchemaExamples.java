/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The smallest valid value of a schema: what is required, and nothing else. */
final class SchemaExamples {

    private static final Map<String, Object> BY_NAME =
            Map.of(
                    "idToken", "04A2B3C4D5E6F7",
                    "type", "ISO14443",
                    "certificate", "-----BEGIN CERTIFICATE-----…",
                    "currency", "EUR");

    private static final ObjectNode NONE = JsonNodeFactory.instance.objectNode();

    private final Map<String, ObjectNode> schemas;
    private final String refPrefix;

    SchemaExamples(Map<String, ObjectNode> schemas, String refPrefix) {
        this.schemas = schemas;
        this.refPrefix = refPrefix;
    }

    /** An example of the type with that name. */
    Object of(String name) {
        return of(name, schemas.getOrDefault(name, NONE));
    }

    private Object of(String name, JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        if (!reference.isEmpty()) {
            String type = reference.substring(refPrefix.length());
            return of(name, schemas.getOrDefault(type, NONE));
        }
        if (!schema.path("enum").isEmpty()) {
            return schema.path("enum").get(0).asString();
        }
        return switch (schema.path("type").asString("")) {
            case "object" -> object(schema);
            case "array" -> list(name, schema);
            case "boolean" -> true;
            case "integer", "number" -> Math.max(1, schema.path("minimum").asInt(1));
            case "string" -> text(name, schema);
            default -> Map.of();
        };
    }

    private Map<String, Object> object(JsonNode schema) {
        Map<String, Object> example = new LinkedHashMap<>();
        for (JsonNode required : schema.path("required")) {
            String name = required.asString();
            example.put(name, of(name, schema.path("properties").path(name)));
        }
        return example;
    }

    private List<Object> list(String name, JsonNode schema) {
        List<Object> example = new ArrayList<>();
        for (int i = 0; i < Math.max(1, schema.path("minItems").asInt(1)); i++) {
            example.add(of(name, schema.path("items")));
        }
        return example;
    }

    private static Object text(String name, JsonNode schema) {
        if (schema.path("format").asString("").equals("date-time")) {
            return "2026-01-31T12:00:00Z";
        }
        int most = schema.path("maxLength").asInt(Integer.MAX_VALUE);
        String text = String.valueOf(BY_NAME.getOrDefault(name, name));
        return text.length() > most ? text.substring(0, most) : text;
    }
}
