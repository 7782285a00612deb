/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

import static io.ohmnibus.ocpp.OcppErrorCode.FORMAT_VIOLATION;
import static io.ohmnibus.ocpp.OcppErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION;
import static io.ohmnibus.ocpp.OcppErrorCode.PROPERTY_CONSTRAINT_VIOLATION;
import static io.ohmnibus.ocpp.OcppErrorCode.TYPE_CONSTRAINT_VIOLATION;

import io.ohmnibus.ocpp.OcppErrorCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Breaks a valid message in one place at a time: every rule of every definition once. */
final class Faults {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /**
     * What was done to the message.
     *
     * @param path of the value that is wrong now
     */
    record Fault(String path, OcppErrorCode expected, String what) {}

    private record Place(JsonNode schema, JsonNode root, String path, String key) {}

    private final Set<String> done = new HashSet<>();
    private final Consumer<Fault> check;

    /**
     * @param check called while the message is broken; it is mended afterwards
     */
    Faults(Consumer<Fault> check) {
        this.check = check;
    }

    void breakEverywhere(String name, ObjectNode message, JsonNode schema) {
        inObject(message, new Place(schema, schema, "$", name));
    }

    private void inObject(ObjectNode object, Place place) {
        boolean open = !place.schema.path("additionalProperties").isBoolean();
        if (!open && done.add(place.key + "+")) {
            object.put("extra", 1);
            check.accept(new Fault(place.path + ".extra", FORMAT_VIOLATION, "extra property"));
            object.remove("extra");
        }
        for (String name : new ArrayList<>(object.propertyNames())) {
            var rule = place.schema.path("properties").path(name);
            if (rule.isMissingNode()) {
                continue;
            }
            var key = rule.has("$ref") ? rule.get("$ref").asString() : place.key + "." + name;
            var resolved = GeneratedMessages.resolved(rule, place.root);
            var inner = new Place(resolved, place.root, place.path + "." + name, key);
            if (done.add(place.key + "." + name + "!")) {
                boolean required = GeneratedMessages.isRequired(place.schema, name);
                inProperty(object, name, inner, required);
            }
            inside(object.get(name), inner);
        }
    }

    private void inside(JsonNode value, Place place) {
        if (value instanceof ObjectNode object && place.schema.has("properties")) {
            inObject(object, place);
        } else if (value instanceof ArrayNode list && place.schema.has("items")) {
            var rule = place.schema.get("items");
            var key = rule.has("$ref") ? rule.get("$ref").asString() : place.key + "[]";
            var resolved = GeneratedMessages.resolved(rule, place.root);
            inside(list.get(0), new Place(resolved, place.root, place.path + "[0]", key));
        }
    }

    private void inProperty(ObjectNode object, String name, Place place, boolean required) {
        var valid = object.get(name);
        if (required) {
            object.remove(name);
            check.accept(new Fault(place.path, OCCURRENCE_CONSTRAINT_VIOLATION, "missing"));
        }
        for (Wrong wrong : wrongValues(place, valid)) {
            object.set(name, wrong.value);
            check.accept(new Fault(wrong.path, wrong.expected, "set to " + wrong.value));
        }
        object.set(name, valid);
    }

    private record Wrong(String path, OcppErrorCode expected, JsonNode value) {}

    private static List<Wrong> wrongValues(Place place, JsonNode valid) {
        var wrong = new ArrayList<Wrong>();
        if (!place.schema.has("type")) {
            return wrong; // any JSON value is right
        }
        for (JsonNode value : ofOtherType(place.schema)) {
            wrong.add(new Wrong(place.path, TYPE_CONSTRAINT_VIOLATION, value));
        }
        for (JsonNode value : notAllowed(place.schema)) {
            wrong.add(new Wrong(place.path, PROPERTY_CONSTRAINT_VIOLATION, value));
        }
        if (valid instanceof ArrayNode list) {
            wrong.addAll(wrongLists(place, list));
        }
        return wrong;
    }

    private static List<JsonNode> ofOtherType(JsonNode schema) {
        var type = schema.get("type").asString();
        var values = new ArrayList<JsonNode>(List.of(JSON.nullNode()));
        if (!type.equals("string")) {
            values.add(JSON.stringNode("1"));
        }
        if (!type.equals("boolean")) {
            values.add(JSON.booleanNode(true));
        }
        if (!type.equals("object")) {
            values.add(JSON.objectNode());
        }
        if (!type.equals("array")) {
            values.add(JSON.arrayNode());
        }
        if (!type.equals("number") && !type.equals("integer")) {
            values.add(JSON.numberNode(1));
        }
        if (!type.equals("number")) {
            values.add(JSON.numberNode(new BigDecimal("1.5")));
        }
        return values;
    }

    private static List<JsonNode> notAllowed(JsonNode schema) {
        var values = new ArrayList<JsonNode>();
        if (schema.has("maxLength")) {
            values.add(JSON.stringNode("x".repeat(schema.get("maxLength").asInt() + 1)));
        }
        if (schema.has("enum")) {
            values.add(JSON.stringNode("NoSuchValue"));
            values.add(JSON.stringNode(""));
            values.add(JSON.stringNode(schema.get("enum").get(0).asString() + " "));
        }
        if (schema.has("format")) {
            values.add(JSON.stringNode("2025-01-01T00:00:00"));
            values.add(JSON.stringNode("2025-01-01"));
            values.add(JSON.stringNode("2025-02-30T00:00:00Z"));
        }
        if (schema.has("minimum")) {
            values.add(JSON.numberNode(schema.get("minimum").decimalValue().intValue() - 1));
        }
        if (schema.has("maximum")) {
            values.add(JSON.numberNode(schema.get("maximum").decimalValue().intValue() + 1));
        }
        return values;
    }

    private static List<Wrong> wrongLists(Place place, ArrayNode valid) {
        var wrong = new ArrayList<Wrong>();
        if (place.schema.has("minItems")) {
            wrong.add(new Wrong(place.path, OCCURRENCE_CONSTRAINT_VIOLATION, JSON.arrayNode()));
        }
        if (place.schema.has("maxItems")) {
            var tooLong = valid.deepCopy();
            while (tooLong.size() <= place.schema.get("maxItems").asInt()) {
                tooLong.add(valid.get(0));
            }
            wrong.add(new Wrong(place.path, OCCURRENCE_CONSTRAINT_VIOLATION, tooLong));
        }
        var rule = GeneratedMessages.resolved(place.schema.get("items"), place.root);
        var element = new Place(rule, place.root, place.path + "[1]", place.key);
        for (Wrong inner : wrongValues(element, valid.get(0))) {
            var list = JSON.arrayNode().add(valid.get(0)).add(inner.value);
            wrong.add(new Wrong(inner.path, inner.expected, list));
        }
        return wrong;
    }
}
