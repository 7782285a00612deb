/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.WireEnum;
import io.ohmnibus.ocpp.constraint.Since;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonTokenId;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;

/** One of the values that a version gives to an enumeration. */
final class EnumShape implements Shape {

    private final Class<?> type;
    private final List<String> values;
    private final WireNames<Object> names;
    private final @Nullable SerializableString[] written;

    private EnumShape(Class<?> type, OcppVersion version) {
        this.type = type;
        var constants = type.getEnumConstants();
        var known = new LinkedHashMap<String, Object>();
        this.written = new @Nullable SerializableString[constants.length];
        for (int i = 0; i < constants.length; i++) {
            if (isKnown((Enum<?>) constants[i], version)) {
                String name = ((WireEnum) constants[i]).wireName();
                known.put(name, constants[i]);
                written[i] = new SerializedString(name);
            }
        }
        this.values = List.copyOf(known.keySet());
        this.names = new WireNames<>(known);
    }

    static EnumShape of(Class<?> type, OcppVersion version) {
        return new EnumShape(type, version);
    }

    private static boolean isKnown(Enum<?> constant, OcppVersion version) {
        try {
            var since =
                    constant.getDeclaringClass()
                            .getField(constant.name())
                            .getAnnotation(Since.class);
            return since == null || version.compareTo(since.value()) >= 0;
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    Class<?> type() {
        return type;
    }

    /** The values of this version, in the order of their constants. */
    List<String> values() {
        return values;
    }

    @Override
    public Object read(JsonParser in) {
        if (in.currentTokenId() != JsonTokenId.ID_STRING) {
            throw Violation.type("expected a string");
        }
        Object constant =
                names.find(in.getStringCharacters(), in.getStringOffset(), in.getStringLength());
        if (constant == null) {
            throw unknown();
        }
        return constant;
    }

    @Override
    public void check(Object value) {
        if (written[((Enum<?>) value).ordinal()] == null) {
            throw unknown().inLaterVersion();
        }
    }

    private static Violation unknown() {
        return Violation.property("expected a value known to this version");
    }

    @Override
    public void write(Object value, Output out) {
        out.json().writeString(written[((Enum<?>) value).ordinal()]);
    }
}
