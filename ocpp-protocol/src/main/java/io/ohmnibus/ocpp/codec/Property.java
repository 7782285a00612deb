/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

import java.lang.invoke.MethodHandle;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.io.SerializedString;

/** One component of a record, as one version has it. */
final class Property {

    private final int index;
    private final String name;
    private final String part;
    private final SerializedString writtenName;
    private final Shape shape;
    private final Presence presence;
    private final MethodHandle accessor;

    /** Whether the property may or must be there. */
    enum Presence {
        REQUIRED,
        /** Required, though another version leaves it out at will. */
        REQUIRED_HERE,
        OPTIONAL,
        /** This version does not know it. */
        UNKNOWN;

        boolean required() {
            return this == REQUIRED || this == REQUIRED_HERE;
        }
    }

    /**
     * @param index position in the record
     * @param accessor from Object to Object
     */
    Property(int index, String name, Shape shape, Presence presence, MethodHandle accessor) {
        this.index = index;
        this.name = name;
        this.part = "." + name;
        this.writtenName = new SerializedString(name);
        this.shape = shape;
        this.presence = presence;
        this.accessor = accessor;
    }

    int index() {
        return index;
    }

    String name() {
        return name;
    }

    Shape shape() {
        return shape;
    }

    Presence presence() {
        return presence;
    }

    /** Reads the value after the name. */
    Object read(JsonParser in) {
        try {
            in.nextToken();
            return shape.read(in);
        } catch (Violation violation) {
            throw violation.inside(part);
        }
    }

    Violation missing() {
        return Violation.occurrence("is required").inside(part);
    }

    Violation duplicate() {
        return Violation.format("expected each property once").inside(part);
    }

    @Nullable Object of(Object message) {
        try {
            return (Object) accessor.invokeExact(message);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes the property of the record, unless it is absent or pruned. */
    void write(Object message, Output out) {
        var value = of(message);
        if (value == null) {
            checkAbsence();
        } else if (isWorthWriting(value, out)) {
            out.json().writeName(writtenName);
            int mark = out.enter(part);
            try {
                shape.write(value, out);
            } catch (Violation violation) {
                throw violation.inside(part);
            }
            out.leave(mark);
        }
    }

    private void checkAbsence() {
        switch (presence) {
            case REQUIRED -> throw missing();
            case REQUIRED_HERE -> throw missing().inLaterVersion();
            case OPTIONAL, UNKNOWN -> {}
        }
    }

    /** Whether this version can hold the value; when pruning, it is dropped where it may be. */
    private boolean isWorthWriting(Object value, Output out) {
        if (presence == Presence.OPTIONAL && value instanceof List<?> list && list.isEmpty()) {
            return false; // Part 4, 4.1.5: an empty list is left out
        }
        try {
            if (presence == Presence.UNKNOWN) {
                throw Violation.format("is unknown to this version").inLaterVersion();
            }
            shape.check(value);
            return true;
        } catch (Violation violation) {
            if (out.pruning() && violation.isVersionGap() && !presence.required()) {
                out.dropped(part);
                return false;
            }
            throw violation.inside(part);
        }
    }
}
