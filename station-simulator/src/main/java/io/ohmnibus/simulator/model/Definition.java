/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator.model;

import io.ohmnibus.ocpp.type.DataEnum;
import io.ohmnibus.ocpp.type.MutabilityEnum;
import io.ohmnibus.ocpp.type.VariableCharacteristics;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A variable: what it may hold and what it holds when the station leaves the factory.
 *
 * @param needsReboot whether a new value is the actual one only after a reboot
 * @param values what the lists may contain; empty where everything is allowed
 */
record Definition(
        Key key,
        DataEnum type,
        MutabilityEnum mutability,
        @Nullable String unit,
        @Nullable BigDecimal minimum,
        @Nullable BigDecimal maximum,
        List<String> values,
        String initial,
        boolean needsReboot) {

    /** A whole number that nobody sets. */
    static Definition reading(Key key, String value) {
        return new Definition(
                key,
                DataEnum.INTEGER,
                MutabilityEnum.READ_ONLY,
                null,
                null,
                null,
                List.of(),
                value,
                false);
    }

    Definition upTo(int most) {
        return new Definition(
                key,
                type,
                mutability,
                unit,
                minimum,
                BigDecimal.valueOf(most),
                values,
                initial,
                needsReboot);
    }

    VariableCharacteristics characteristics() {
        return new VariableCharacteristics(
                unit,
                type,
                minimum,
                maximum,
                null,
                values.isEmpty() ? null : String.join(",", values),
                false,
                null);
    }

    /** Why the value cannot be taken; null when it can. */
    @Nullable String objection(String value) {
        return switch (type) {
            case INTEGER, DECIMAL -> numberObjection(value);
            case BOOLEAN ->
                    value.equals("true") || value.equals("false") ? null : "neither true nor false";
            case DATE_TIME -> timeObjection(value);
            case OPTION_LIST -> listed(List.of(value));
            case MEMBER_LIST, SEQUENCE_LIST ->
                    listed(value.isEmpty() ? List.of() : Arrays.asList(value.split(",", -1)));
            case STRING -> tooLong(value);
        };
    }

    private @Nullable String numberObjection(String value) {
        BigDecimal number;
        try {
            number =
                    type == DataEnum.INTEGER
                            ? BigDecimal.valueOf(Long.parseLong(value))
                            : new BigDecimal(value);
        } catch (NumberFormatException _) {
            return "not a number of type " + type.wireName();
        }
        if (minimum != null && number.compareTo(minimum) < 0) {
            return "below " + minimum;
        }
        return maximum != null && number.compareTo(maximum) > 0 ? "above " + maximum : null;
    }

    private static @Nullable String timeObjection(String value) {
        try {
            return Instant.parse(value).equals(Instant.MIN) ? "not a time" : null;
        } catch (DateTimeParseException _) {
            return "not a time";
        }
    }

    private @Nullable String listed(List<String> parts) {
        return values.isEmpty() || values.containsAll(parts) ? null : "not one of " + values;
    }

    private @Nullable String tooLong(String value) {
        return maximum != null && value.length() > maximum.intValue()
                ? "longer than " + maximum
                : null;
    }
}
