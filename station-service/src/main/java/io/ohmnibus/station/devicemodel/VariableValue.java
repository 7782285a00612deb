/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.devicemodel;

import io.ohmnibus.ocpp.type.DataEnum;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a value means by the data type of its variable (Part 2, 3.29): stations write numbers, times
 * and lists in their own way. Pure.
 */
public final class VariableValue {

    private VariableValue() {}

    /**
     * Whether two texts are the same value. Numbers and times are compared as such, whatever their
     * digits and zones; words of booleans and lists without regard to case, MemberList without
     * order. Where a text is not of the type, and where the type is not known, the texts count.
     */
    public static boolean same(@Nullable DataEnum type, String one, String other) {
        return one.equals(other)
                || (type != null && read(type, one.strip()).equals(read(type, other.strip())));
    }

    /** Equal for texts that are the same value. */
    private static Object read(DataEnum type, String text) {
        try {
            return switch (type) {
                case INTEGER, DECIMAL -> new BigDecimal(text).stripTrailingZeros();
                case DATE_TIME -> OffsetDateTime.parse(text).toInstant();
                case BOOLEAN, OPTION_LIST -> text.toLowerCase(Locale.ROOT);
                case SEQUENCE_LIST -> elements(text);
                case MEMBER_LIST -> new HashSet<>(elements(text));
                case STRING -> text;
            };
        } catch (NumberFormatException | DateTimeParseException _) {
            return text;
        }
    }

    private static List<String> elements(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",", -1))
                        .map(element -> element.strip().toLowerCase(Locale.ROOT))
                        .toList();
    }
}
