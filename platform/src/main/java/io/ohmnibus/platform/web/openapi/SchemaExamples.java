/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.web.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Values that are valid by a schema: with all that it has, or the smallest with what is required.
 */
public final class SchemaExamples {

    private static final ObjectNode NONE = JsonNodeFactory.instance.objectNode();

    /** Types may contain themselves. */
    private static final int DEEPEST = 8;

    private final Map<String, ObjectNode> schemas;
    private final String refPrefix;
    private final ExampleValues values;
    private final boolean whole;

    private SchemaExamples(
            Map<String, ObjectNode> schemas,
            String refPrefix,
            ExampleValues values,
            boolean whole) {
        this.schemas = schemas;
        this.refPrefix = refPrefix;
        this.values = values;
        this.whole = whole;
    }

    /** Examples with what is required, and nothing else. */
    public static SchemaExamples smallest(Map<String, ObjectNode> schemas, String refPrefix) {
        return new SchemaExamples(schemas, refPrefix, ExampleValues.load(), false);
    }

    /** Examples with everything. */
    static SchemaExamples whole(
            Map<String, ObjectNode> schemas, String refPrefix, ExampleValues values) {
        return new SchemaExamples(schemas, refPrefix, values, true);
    }

    /** An example of the type with that name. */
    public Object of(String type) {
        return of(new Place("", type, 0), schemas.getOrDefault(type, NONE));
    }

    /** An example of a schema that need not have a name. */
    Object of(JsonNode schema) {
        return of(new Place("", "", 0), schema);
    }

    /** Where a value stands: the property of a type. */
    private record Place(String type, String name, int depth) {

        Place in(String inner) {
            return new Place(inner, name, depth);
        }

        Place property(String property) {
            return new Place(type, property, depth + 1);
        }
    }

    private Object of(Place place, JsonNode schema) {
        Object own = values.of(place.type() + "." + place.name());
        if (own != null) {
            return own;
        }
        String reference = schema.path("$ref").asString("");
        if (!reference.isEmpty()) {
            String name = reference.substring(refPrefix.length());
            String type = name.substring(name.lastIndexOf('.') + 1);
            Object known = whole ? values.of(type) : null;
            return known == null ? of(place.in(type), schemas.getOrDefault(name, NONE)) : known;
        }
        if (schema.has("example")) {
            return schema.path("example");
        }
        if (!schema.path("enum").isEmpty()) {
            return schema.path("enum").get(0).asString();
        }
        for (String combined : List.of("oneOf", "anyOf")) {
            if (!schema.path(combined).isEmpty()) {
                return of(place, schema.path(combined).get(0));
            }
        }
        String type = type(schema);
        Object known = values.of(place.name());
        if (whole && known != null && fits(known, type, schema.path("format").asString(""))) {
            return known;
        }
        return switch (type) {
            case "array" -> list(place, schema);
            case "boolean" -> true;
            case "integer", "number" -> Math.max(1, schema.path("minimum").asInt(1));
            case "string" -> text(place, schema, known);
            default -> object(place, schema);
        };
    }

    /** A name may mean a text in one type and an object in another. */
    private static boolean fits(Object known, String type, String format) {
        return switch (known) {
            case String _ -> type.equals("string") && !format.equals("uuid");
            case Number _ -> type.equals("integer") || type.equals("number");
            case List<?> _ -> type.equals("array");
            default -> !List.of("string", "array", "integer", "number", "boolean").contains(type);
        };
    }

    /** OpenAPI 3.1 may give several, of which one is null. */
    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray()
                ? type.valueStream()
                        .map(JsonNode::asString)
                        .filter(name -> !name.equals("null"))
                        .findFirst()
                        .orElse("")
                : type.asString("");
    }

    private Map<String, Object> object(Place place, JsonNode schema) {
        Map<String, Object> example = new LinkedHashMap<>();
        schema.path("allOf")
                .forEach(part -> {
                    if (of(place, part) instanceof Map<?, ?> members) {
                        members.forEach((name, value) -> example.put(String.valueOf(name), value));
                    }
                });
        if (place.depth() >= DEEPEST) {
            return example;
        }
        if (whole) {
            schema.path("properties")
                    .properties()
                    .forEach(property ->
                            put(example, place.property(property.getKey()), property.getValue()));
            if (schema.path("additionalProperties").isObject()) {
                String key = place.name().isEmpty() ? "key" : place.name() + "1";
                example.put(key, of(place.property(key), schema.path("additionalProperties")));
            }
        } else {
            for (JsonNode required : schema.path("required")) {
                String name = required.asString();
                example.put(name, of(place.property(name), schema.path("properties").path(name)));
            }
        }
        return example;
    }

    private void put(Map<String, Object> example, Place place, JsonNode schema) {
        if (!values.leavesOut(place.type(), place.name())) {
            example.put(place.name(), of(place, schema));
        }
    }

    private List<Object> list(Place place, JsonNode schema) {
        List<Object> example = new ArrayList<>();
        for (int i = 0; i < Math.max(1, schema.path("minItems").asInt(1)); i++) {
            example.add(of(place, schema.path("items")));
        }
        return example;
    }

    private static Object text(Place place, JsonNode schema, @Nullable Object known) {
        String format = schema.path("format").asString("");
        if (format.equals("date-time")) {
            return "2026-01-31T12:00:00Z";
        }
        if (format.equals("uuid")) {
            return "7f0d9c1e-3b52-4a46-9d0e-2f6b8c5a1e34";
        }
        if (format.equals("duration")) {
            return "PT5M";
        }
        int most = schema.path("maxLength").asInt(Integer.MAX_VALUE);
        String text = known instanceof String words ? words : place.name();
        return text.length() > most ? text.substring(0, most) : text;
    }
}
