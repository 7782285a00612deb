/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

import java.time.Instant;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonTokenId;

/** A time with a zone; see {@link Rfc3339}. */
record TimeShape() implements Shape {

    @Override
    public Object read(JsonParser in) {
        if (in.currentTokenId() != JsonTokenId.ID_STRING) {
            throw Violation.type("expected a string");
        }
        var time =
                Rfc3339.parse(in.getStringCharacters(), in.getStringOffset(), in.getStringLength());
        if (time == null) {
            throw notATime();
        }
        return time;
    }

    @Override
    public void check(Object value) {
        if (!Rfc3339.isWritable((Instant) value)) {
            throw notATime();
        }
    }

    private static Violation notATime() {
        return Violation.property("expected date, time and zone as in RFC 3339");
    }

    @Override
    public void write(Object value, Output out) {
        out.json().writeString(Rfc3339.format((Instant) value));
    }
}
