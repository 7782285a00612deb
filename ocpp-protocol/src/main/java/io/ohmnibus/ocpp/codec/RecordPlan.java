/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonTokenId;
import tools.jackson.core.sym.BinaryNameMatcher;
import tools.jackson.core.sym.PropertyNameMatcher;

/**
 * How one record class is read and written in one version: properties by name, presence as bit
 * masks, the canonical constructor.
 */
final class RecordPlan implements Shape {

    private static final int MAX_SHOWN_NAME = 50;

    private final Class<?> type;
    private final Property[] properties;
    private final Property[] known;
    private final PropertyNameMatcher names;
    private final long required;
    private final MethodHandle constructor;

    /**
     * @param properties all components of the record, at most 64, in their order
     * @param constructor from Object[] to Object
     */
    RecordPlan(Class<?> type, List<Property> properties, MethodHandle constructor) {
        this.type = type;
        this.properties = properties.toArray(new Property[0]);
        var known = new ArrayList<>(properties);
        known.removeIf(property -> property.presence() == Property.Presence.UNKNOWN);
        this.known = known.toArray(new Property[0]);
        this.names = BinaryNameMatcher.construct(known.stream().map(Property::name).toList());
        long mask = 0;
        for (int i = 0; i < known.size(); i++) {
            mask |= known.get(i).presence().required() ? 1L << i : 0;
        }
        this.required = mask;
        this.constructor = constructor;
    }

    Class<?> type() {
        return type;
    }

    /** Those that this version knows. */
    List<Property> known() {
        return List.of(known);
    }

    @Nullable Property find(String name) {
        for (Property property : known) {
            if (property.name().equals(name)) {
                return property;
            }
        }
        return null;
    }

    @Override
    public Object read(JsonParser in) {
        if (in.currentTokenId() != JsonTokenId.ID_START_OBJECT) {
            throw Violation.type("expected an object");
        }
        try {
            return construct(values(in));
        } catch (JacksonException e) {
            throw Json.violation(e);
        }
    }

    private @Nullable Object[] values(JsonParser in) {
        var values = new @Nullable Object[properties.length];
        long seen = 0;
        int match = in.nextNameMatch(names);
        while (match >= 0) {
            Property property = known[match];
            long bit = 1L << match;
            if ((seen & bit) != 0) {
                throw property.duplicate();
            }
            seen |= bit;
            values[property.index()] = property.read(in);
            match = in.nextNameMatch(names);
        }
        if (match != PropertyNameMatcher.MATCH_END_OBJECT) {
            throw unknown(in);
        }
        long missing = required & ~seen;
        if (missing != 0) {
            throw known[Long.numberOfTrailingZeros(missing)].missing();
        }
        return values;
    }

    private static Violation unknown(JsonParser in) {
        return Violation.format("is not a property known here")
                .inside(unknownPart(in.currentName()));
    }

    /** Names an unknown property, if it looks like a name. */
    static String unknownPart(@Nullable String name) {
        boolean nameable =
                name != null
                        && name.length() <= MAX_SHOWN_NAME
                        && name.chars().allMatch(c -> c < 128 && Character.isJavaIdentifierPart(c));
        return nameable ? "." + name : "[?]";
    }

    private Object construct(@Nullable Object[] values) {
        try {
            return (Object) constructor.invokeExact(values);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void check(Object value) {}

    @Override
    public void write(Object value, Output out) {
        out.json().writeStartObject();
        for (Property property : properties) {
            property.write(value, out);
        }
        out.json().writeEndObject();
    }
}
