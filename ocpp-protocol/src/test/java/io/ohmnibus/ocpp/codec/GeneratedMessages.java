/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Valid messages made from a schema by a seeded source of chance. */
final class GeneratedMessages {

    private static final JsonNodeFactory JSON = new JsonNodeFactory();
    private static final String ALPHABET = "abcXYZ019 -_.:/\\\"\n\u00e9\u4e2d\u0001";
    private static final String BEYOND_16_BITS = "\uD83D\uDE00";

    private final Random random;
    private final boolean full;

    /**
     * @param full whether all optional properties are present
     */
    GeneratedMessages(long seed, boolean full) {
        this.random = new Random(seed);
        this.full = full;
    }

    ObjectNode message(JsonNode schema) {
        return object(schema, schema, 0);
    }

    private JsonNode value(JsonNode schema, JsonNode root, int depth) {
        if (schema.has("$ref")) {
            return value(resolved(schema, root), root, depth);
        }
        if (schema.has("enum")) {
            var values = schema.get("enum");
            return values.get(random.nextInt(values.size()));
        }
        return switch (schema.path("type").asString("any")) {
            case "string" -> JSON.stringNode(text(schema));
            case "integer" -> integer(schema);
            case "number" -> decimal(schema);
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "array" -> list(schema, root, depth);
            case "object" -> object(schema, root, depth);
            default -> any(3);
        };
    }

    static JsonNode resolved(JsonNode schema, JsonNode root) {
        return schema.has("$ref") ? root.at(schema.get("$ref").asString().substring(1)) : schema;
    }

    private ObjectNode object(JsonNode schema, JsonNode root, int depth) {
        var object = JSON.objectNode();
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            boolean required = isRequired(schema, property.getKey());
            if (required || full || random.nextInt(depth + 2) == 0) {
                object.set(property.getKey(), value(property.getValue(), root, depth + 1));
            }
        }
        if (!schema.path("additionalProperties").isBoolean()) {
            object.set("more", any(2));
        }
        return object;
    }

    static boolean isRequired(JsonNode schema, String name) {
        return schema.path("required").valueStream().anyMatch(n -> n.asString().equals(name));
    }

    private ArrayNode list(JsonNode schema, JsonNode root, int depth) {
        int min = schema.path("minItems").asInt(0);
        int max = schema.path("maxItems").asInt(Integer.MAX_VALUE);
        int size = random.nextInt(8) == 0 && max <= 24 && depth < 3 ? max : min + random.nextInt(2);
        var list = JSON.arrayNode();
        for (int i = 0; i < Math.min(size, max); i++) {
            list.add(value(schema.get("items"), root, depth + 1));
        }
        return list;
    }

    private String text(JsonNode schema) {
        if (schema.path("format").asString("").equals("date-time")) {
            return time();
        }
        int max = schema.path("maxLength").asInt(60);
        boolean longest = random.nextInt(max > 100 ? 40 : 4) == 0;
        int length = longest ? max : random.nextInt(Math.min(max, 12) + 1);
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            int letter = random.nextInt(ALPHABET.length() + 1);
            text.append(letter < ALPHABET.length() ? ALPHABET.charAt(letter) : BEYOND_16_BITS);
        }
        return text.toString();
    }

    private String time() {
        var instant =
                Instant.ofEpochSecond(
                        random.nextLong(253_402_000_000L), 1_000_000L * random.nextInt(1000));
        int minutes = random.nextInt(-14 * 60, 14 * 60);
        return switch (random.nextInt(3)) {
            case 0 -> instant.toString();
            case 1 -> instant.toString().replaceFirst("\\.\\d+", "");
            default ->
                    OffsetDateTime.ofInstant(instant, ZoneOffset.ofTotalSeconds(minutes * 60)) + "";
        };
    }

    private JsonNode integer(JsonNode schema) {
        int min = schema.path("minimum").asInt(Integer.MIN_VALUE);
        int max = schema.path("maximum").asInt(Integer.MAX_VALUE);
        int value =
                switch (random.nextInt(4)) {
                    case 0 -> min;
                    case 1 -> max;
                    default -> (int) random.nextLong(min, max + 1L);
                };
        return random.nextInt(10) == 0
                ? JSON.numberNode(BigDecimal.valueOf(value).setScale(1))
                : JSON.numberNode(value);
    }

    private JsonNode decimal(JsonNode schema) {
        var digits = new BigInteger(random.nextInt(1, 90), random);
        var value = new BigDecimal(digits, random.nextInt(12));
        if (schema.has("minimum") && schema.has("maximum")) {
            return JSON.numberNode(BigDecimal.valueOf(random.nextInt(1001), 1)); // a percentage
        }
        boolean negative =
                schema.has("maximum") || (!schema.has("minimum") && random.nextBoolean());
        return JSON.numberNode(negative ? value.negate() : value);
    }

    private JsonNode any(int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 0 -> JSON.stringNode("t" + random.nextInt());
            case 1 -> JSON.numberNode(random.nextInt());
            case 2 -> JSON.numberNode(new BigDecimal("-12345678901234567890.10"));
            case 3 -> JSON.booleanNode(true);
            case 4 -> JSON.arrayNode().add(any(depth - 1)).addNull();
            default -> JSON.objectNode().set("a b", any(depth - 1)).putNull("n");
        };
    }
}
