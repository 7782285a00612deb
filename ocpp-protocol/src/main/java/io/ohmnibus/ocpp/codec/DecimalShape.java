/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/**
 * An exact decimal number within bounds.
 *
 * @param min no bound when null
 * @param max no bound when null
 * @param whole whether this version wants an integer where a later one has decimals
 */
record DecimalShape(@Nullable BigDecimal min, @Nullable BigDecimal max, boolean whole)
        implements Shape {

    static DecimalShape of(long min, long max, boolean whole) {
        return new DecimalShape(
                min == Long.MIN_VALUE ? null : BigDecimal.valueOf(min),
                max == Long.MAX_VALUE ? null : BigDecimal.valueOf(max),
                whole);
    }

    @Override
    public Object read(JsonParser in) {
        BigDecimal value = Numbers.decimal(in);
        if (value == null) {
            throw Violation.type(whole ? "expected an integer" : "expected a number");
        }
        check(value);
        return whole ? value.setScale(0) : value;
    }

    @Override
    public void check(Object value) {
        var number = (BigDecimal) value;
        if (whole && !Numbers.isWhole(number)) {
            throw Violation.type("expected an integer").inLaterVersion();
        }
        if (min != null && number.compareTo(min) < 0) {
            throw Violation.property("expected at least " + min);
        }
        if (max != null && number.compareTo(max) > 0) {
            throw Violation.property("expected at most " + max);
        }
    }

    @Override
    public void write(Object value, Output out) {
        var number = (BigDecimal) value;
        out.json().writeNumber(whole ? number.setScale(0) : out.sendable(number));
    }
}
