/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.type.CustomData;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON Schemas (2020-12) of messages and data types, for documents such as OpenAPI and AsyncAPI.
 *
 * <p>They say what the codec of a version enforces, in the official schemas' terms: the same
 * properties, required ones, limits and values. Beyond that, integers carry {@code format: int32}.
 * What the codec demands without the official schemas (README) is not in them.
 */
public final class JsonSchemas {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final String DEFINITIONS = "$defs";

    private final OcppVersion version;
    private final Plans plans;
    private final String refPrefix;
    private final SortedMap<String, ObjectNode> schemas = new TreeMap<>();

    private JsonSchemas(OcppVersion version, String refPrefix) {
        this.version = version;
        this.plans = Plans.of(version);
        this.refPrefix = refPrefix;
    }

    /**
     * The schema of one message or data type, complete in itself; what it refers to is under {@code
     * $defs}.
     *
     * @param type a record or enum of this library
     * @throws IllegalArgumentException when it is something else
     */
    public static ObjectNode of(Class<?> type, OcppVersion version) {
        var collected = new JsonSchemas(version, "#/" + DEFINITIONS + "/");
        collected.add(type);
        var root = collected.schemas.remove(type.getSimpleName());
        var document = JSON.objectNode().put("$schema", DIALECT);
        document.put("title", type.getSimpleName());
        document.setAll(root);
        if (!collected.schemas.isEmpty()) {
            document.putObject(DEFINITIONS).setAll(collected.schemas);
        }
        return document;
    }

    /**
     * The schemas of all those types and of every type that they refer to, by simple name: what
     * belongs under {@code components/schemas}.
     *
     * @param refPrefix what stands before a name in references, as {@code #/components/schemas/}
     * @throws IllegalArgumentException when one is neither a record nor an enum of this library
     */
    public static SortedMap<String, ObjectNode> of(
            Collection<? extends Class<?>> types, OcppVersion version, String refPrefix) {
        var collected = new JsonSchemas(version, refPrefix);
        types.forEach(collected::add);
        return Collections.unmodifiableSortedMap(collected.schemas);
    }

    private void add(Class<?> type) {
        if (!plans.know(type)) {
            throw new IllegalArgumentException(
                    type.getSimpleName() + " is not part of " + version.subprotocol());
        }
        if (type == CustomData.class) {
            schema(new CustomDataShape());
        } else if (type.isEnum()) {
            schema(EnumShape.of(type, version));
        } else {
            schema(plans.plan(type));
        }
    }

    private ObjectNode schema(Shape shape) {
        return switch (shape) {
            case RecordPlan plan -> named(plan.type(), plan);
            case EnumShape values -> named(values.type(), values);
            case CustomDataShape data -> named(CustomData.class, data);
            case ListShape list -> list(list);
            case TextShape text -> text(text);
            case IntegerShape number -> integer(number);
            case DecimalShape number -> decimal(number);
            case FlagShape _ -> typed("boolean");
            case TimeShape _ -> typed("string").put("format", "date-time");
            case OpenShape _ -> JSON.objectNode();
        };
    }

    /** A reference to the schema of a class, which is made on the way if it is not there yet. */
    private ObjectNode named(Class<?> type, Shape shape) {
        var name = type.getSimpleName();
        if (!schemas.containsKey(name)) {
            var schema = JSON.objectNode();
            schemas.put(name, schema); // first, as it may refer to itself
            schema.setAll(
                    switch (shape) {
                        case RecordPlan plan -> object(plan);
                        case EnumShape values -> oneOf(values.values());
                        default -> customData();
                    });
        }
        return JSON.objectNode().put("$ref", refPrefix + name);
    }

    private ObjectNode object(RecordPlan plan) {
        var schema = typed("object").put("additionalProperties", false);
        var properties = schema.putObject("properties");
        var required = JSON.arrayNode();
        for (Property property : plan.known()) {
            properties.set(property.name(), schema(property.shape()));
            if (property.presence().required()) {
                required.add(property.name());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        return schema;
    }

    /** The one object that is open. */
    private ObjectNode customData() {
        var schema = typed("object");
        schema.putObject("properties")
                .set(CustomDataShape.VENDOR_ID, schema(CustomDataShape.VENDOR));
        schema.putArray("required").add(CustomDataShape.VENDOR_ID);
        return schema;
    }

    private ObjectNode list(ListShape list) {
        var schema = typed("array");
        schema.set("items", schema(list.element()));
        if (list.min() > 0) {
            schema.put("minItems", list.min());
        }
        if (list.max() < Integer.MAX_VALUE) {
            schema.put("maxItems", list.max());
        }
        return schema;
    }

    private static ObjectNode text(TextShape text) {
        if (text.allowed() != null) {
            return oneOf(text.allowed().stream().sorted().toList());
        }
        var schema = typed("string");
        return text.max() < Integer.MAX_VALUE ? schema.put("maxLength", text.max()) : schema;
    }

    private static ObjectNode integer(IntegerShape number) {
        var schema = typed("integer").put("format", "int32");
        if (number.min() > Integer.MIN_VALUE) {
            schema.put("minimum", number.min());
        }
        return number.max() < Integer.MAX_VALUE ? schema.put("maximum", number.max()) : schema;
    }

    private static ObjectNode decimal(DecimalShape number) {
        var schema = typed(number.whole() ? "integer" : "number");
        if (number.min() != null) {
            schema.put("minimum", number.min());
        }
        return number.max() == null ? schema : schema.put("maximum", number.max());
    }

    private static ObjectNode oneOf(List<String> values) {
        var schema = typed("string");
        var list = schema.putArray("enum");
        values.forEach(list::add);
        return schema;
    }

    private static ObjectNode typed(String type) {
        return JSON.objectNode().put("type", type);
    }
}
