/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

import io.ohmnibus.ocpp.constraint.Length;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonTokenId;

/**
 * A string of limited length, counted in Unicode code points as JSON Schema does.
 *
 * @param max the limit in this version
 * @param widest the limit in any version
 * @param descriptive see {@link Length#descriptive}
 * @param allowed the only values of this version, where a later one leaves the string open
 */
record TextShape(int max, int widest, boolean descriptive, @Nullable Set<String> allowed)
        implements Shape {

    /** Allowed by the schemas, but nothing that a text column of PostgreSQL can hold. */
    static final String NUL = "\0";

    static boolean hasNul(String text) {
        return text.indexOf(0) >= 0;
    }

    static Violation nul() {
        return Violation.property("expected text without NUL characters");
    }

    @Override
    public Object read(JsonParser in) {
        if (in.currentTokenId() != JsonTokenId.ID_STRING) {
            throw Violation.type("expected a string");
        }
        String text = in.getString();
        check(text);
        return text;
    }

    @Override
    public void check(Object value) {
        var text = (String) value;
        if (hasNul(text)) {
            throw nul();
        }
        if (isLonger(text, max)) {
            var violation = Violation.property("expected at most " + max + " characters");
            throw isLonger(text, widest) ? violation : violation.inLaterVersion();
        }
        if (allowed != null && !allowed.contains(text)) {
            throw Violation.property("expected a value known to this version").inLaterVersion();
        }
    }

    static boolean isLonger(String text, int limit) {
        return text.length() > limit && text.codePointCount(0, text.length()) > limit;
    }

    @Override
    public void write(Object value, Output out) {
        out.json().writeString((String) value);
    }
}
