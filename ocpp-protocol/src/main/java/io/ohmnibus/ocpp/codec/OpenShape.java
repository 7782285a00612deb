/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.JsonTokenId;

/**
 * Any JSON value, kept as String, Boolean, BigDecimal, List, Map or, inside lists and objects,
 * null.
 */
record OpenShape() implements Shape {

    static final OpenShape INSTANCE = new OpenShape();

    @Override
    public Object read(JsonParser in) {
        var value = value(in);
        if (value == null) {
            throw Violation.type("expected a value or nothing, not null"); // Part 4, 4.1.5
        }
        refuseNul(value);
        return value;
    }

    static @Nullable Object value(JsonParser in) {
        return switch (in.currentTokenId()) {
            case JsonTokenId.ID_STRING -> in.getString();
            case JsonTokenId.ID_TRUE -> Boolean.TRUE;
            case JsonTokenId.ID_FALSE -> Boolean.FALSE;
            case JsonTokenId.ID_NULL -> null;
            case JsonTokenId.ID_START_OBJECT -> Collections.unmodifiableMap(object(in));
            case JsonTokenId.ID_START_ARRAY -> list(in);
            default -> Numbers.decimal(in);
        };
    }

    private static List<@Nullable Object> list(JsonParser in) {
        var list = new ArrayList<@Nullable Object>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            list.add(value(in));
        }
        return Collections.unmodifiableList(list);
    }

    /** The properties of the object at the parser, for the caller to keep or change. */
    static Map<String, @Nullable Object> object(JsonParser in) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        for (String name = in.nextName(); name != null; name = in.nextName()) {
            if (object.containsKey(name)) {
                throw Violation.format("expected each property once");
            }
            in.nextToken();
            object.put(name, value(in));
        }
        return object;
    }

    /** What {@link TextShape} refuses, in any text or name inside the value. */
    static void refuseNul(@Nullable Object value) {
        switch (value) {
            case String text when TextShape.hasNul(text) -> throw TextShape.nul();
            case Map<?, ?> object ->
                    object.forEach((name, member) -> {
                        refuseNul(name);
                        refuseNul(member);
                    });
            case Iterable<?> list -> list.forEach(OpenShape::refuseNul);
            case null, default -> {}
        }
    }

    @Override
    public void check(Object value) {
        refuseNul(value);
    }

    @Override
    public void write(Object value, Output out) {
        write(value, out.json());
    }

    static void write(@Nullable Object value, JsonGenerator json) {
        switch (value) {
            case null -> json.writeNull();
            case String text -> json.writeString(text);
            case Boolean flag -> json.writeBoolean(flag);
            case BigDecimal number -> json.writeNumber(number);
            case Number number -> json.writeNumber(new BigDecimal(number.toString()));
            case Map<?, ?> object -> {
                json.writeStartObject();
                object.forEach((name, member) -> writeMember(String.valueOf(name), member, json));
                json.writeEndObject();
            }
            case Iterable<?> list -> {
                json.writeStartArray();
                list.forEach(element -> write(element, json));
                json.writeEndArray();
            }
            default -> throw Violation.type("expected a JSON value, not " + value.getClass());
        }
    }

    private static void writeMember(String name, @Nullable Object value, JsonGenerator json) {
        json.writeName(name);
        write(value, json);
    }
}
