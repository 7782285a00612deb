/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonTokenId;

/** A 32-bit integer (Part 2, 2.1.3) within bounds; {@code 1.0} is one, {@code 1.5} is not. */
record IntegerShape(int min, int max) implements Shape {

    private static final BigDecimal MIN_INT = BigDecimal.valueOf(Integer.MIN_VALUE);
    private static final BigDecimal MAX_INT = BigDecimal.valueOf(Integer.MAX_VALUE);

    static IntegerShape of(long min, long max) {
        return new IntegerShape(
                (int) Math.max(min, Integer.MIN_VALUE), (int) Math.min(max, Integer.MAX_VALUE));
    }

    @Override
    public Object read(JsonParser in) {
        int value =
                switch (in.currentTokenId()) {
                    case JsonTokenId.ID_NUMBER_INT -> integer(in);
                    case JsonTokenId.ID_NUMBER_FLOAT -> integer(Numbers.decimal(in));
                    default -> throw Violation.type("expected an integer");
                };
        if (value < min || value > max) {
            throw outOfBounds();
        }
        return value;
    }

    private int integer(JsonParser in) {
        if (in.getNumberType() != NumberType.INT) {
            throw outOfBounds();
        }
        return in.getIntValue();
    }

    private int integer(@Nullable BigDecimal value) {
        if (value == null || !Numbers.isWhole(value)) {
            throw Violation.type("expected an integer");
        }
        if (value.compareTo(MIN_INT) < 0 || value.compareTo(MAX_INT) > 0) {
            throw outOfBounds();
        }
        return value.intValue();
    }

    private Violation outOfBounds() {
        return Violation.property("expected an integer from " + min + " to " + max);
    }

    @Override
    public void check(Object value) {
        int number = (Integer) value;
        if (number < min || number > max) {
            throw outOfBounds();
        }
    }

    @Override
    public void write(Object value, Output out) {
        out.json().writeNumber((int) (Integer) value);
    }
}
