/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonTokenId;

/**
 * Reads numbers exactly, and none that could not be written again in plain digits within the limits
 * of {@link Json}.
 */
final class Numbers {

    private Numbers() {}

    /** The number at the parser; null when the token is something else. */
    static @Nullable BigDecimal decimal(JsonParser in) {
        return switch (in.currentTokenId()) {
            case JsonTokenId.ID_NUMBER_INT -> whole(in);
            case JsonTokenId.ID_NUMBER_FLOAT -> bounded(fraction(in));
            default -> null;
        };
    }

    private static BigDecimal whole(JsonParser in) {
        return in.getNumberType() == NumberType.BIG_INTEGER
                ? new BigDecimal(in.getBigIntegerValue())
                : BigDecimal.valueOf(in.getLongValue());
    }

    private static BigDecimal fraction(JsonParser in) {
        try {
            return in.getDecimalValue();
        } catch (NumberFormatException e) { // an exponent beyond those of BigDecimal
            throw tooLong();
        }
    }

    private static Violation tooLong() {
        return Violation.property("expected a number of fewer digits");
    }

    /** Refuses exponents that would not fit as plain digits; resolves the others. */
    private static BigDecimal bounded(BigDecimal value) {
        long digits = Math.max((long) value.precision(), value.precision() - (long) value.scale());
        if (Math.max(digits, value.scale() + 1L) >= Json.MAX_NUMBER_LENGTH) {
            throw tooLong();
        }
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    /** Whether the number has no fraction: {@code 1.0} is an integer to JSON Schema. */
    static boolean isWhole(BigDecimal value) {
        return value.scale() <= 0 || value.stripTrailingZeros().scale() <= 0;
    }
}
