/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Times as OCPP writes them (Part 2, 2.1.3): date, time and zone, all of them required. Reads any
 * number of fraction digits and keeps nine; writes UTC with milliseconds, or without fraction when
 * there is none.
 */
final class Rfc3339 {

    private static final int SHORTEST = "2000-01-01T00:00:00Z".length();
    private static final int SECONDS_A_DAY = 86_400;
    private static final int DAYS_TO_1970 = 719_468;
    private static final int DAYS_IN_400_YEARS = 146_097;
    private static final long YEAR_0 = -62_167_219_200L;
    private static final long YEAR_10000 = 253_402_300_800L;

    private Rfc3339() {}

    /** The instant that the text names; null when it is not a time with a zone. */
    static @Nullable Instant parse(char[] text, int offset, int length) {
        return length < SHORTEST ? null : new Reading(text, offset, offset + length).instant();
    }

    /** Whether the text form can hold it: years 0 to 9999. */
    static boolean isWritable(Instant time) {
        return time.getEpochSecond() >= YEAR_0 && time.getEpochSecond() < YEAR_10000;
    }

    static String format(Instant time) {
        var text = new byte[SHORTEST + 4];
        long day = Math.floorDiv(time.getEpochSecond(), SECONDS_A_DAY);
        int second = Math.floorMod(time.getEpochSecond(), SECONDS_A_DAY);
        putDate(text, day);
        text[10] = 'T';
        put(text, 11, 2, second / 3600);
        text[13] = ':';
        put(text, 14, 2, second / 60 % 60);
        text[16] = ':';
        put(text, 17, 2, second % 60);
        int millis = time.getNano() / 1_000_000;
        int end = 19;
        if (millis > 0) {
            text[19] = '.';
            put(text, 20, 3, millis);
            end = 23;
        }
        text[end] = 'Z';
        return new String(text, 0, end + 1, StandardCharsets.ISO_8859_1);
    }

    /** Days since 1970-01-01 to the proleptic Gregorian calendar, with years starting in March. */
    private static void putDate(byte[] text, long epochDay) {
        int days = (int) (epochDay + DAYS_TO_1970);
        int era = Math.floorDiv(days, DAYS_IN_400_YEARS);
        int dayOfEra = days - era * DAYS_IN_400_YEARS;
        int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int march = (5 * dayOfYear + 2) / 153;
        int month = march < 10 ? march + 3 : march - 9;
        put(text, 0, 4, era * 400 + yearOfEra + (month <= 2 ? 1 : 0));
        text[4] = '-';
        put(text, 5, 2, month);
        text[7] = '-';
        put(text, 8, 2, dayOfYear - (153 * march + 2) / 5 + 1);
    }

    private static void put(byte[] text, int at, int digits, int value) {
        int rest = value;
        for (int i = at + digits - 1; i >= at; i--) {
            text[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    /** One pass over a text; anything unexpected makes the whole invalid. */
    private static final class Reading {

        private static final long INVALID = Long.MIN_VALUE;

        private final char[] text;
        private final int end;
        private int at;
        private boolean valid = true;

        Reading(char[] text, int start, int end) {
            this.text = text;
            this.at = start;
            this.end = end;
        }

        @Nullable Instant instant() {
            long day = day();
            expect('T', 't');
            int hour = number(2, 23);
            expect(':', ':');
            int minute = number(2, 59);
            expect(':', ':');
            int second = number(2, 60);
            int nanos = nanos();
            int offset = offsetSeconds();
            if (!valid || at != end || day == INVALID) {
                return null;
            }
            long epoch = day * SECONDS_A_DAY + hour * 3600L + minute * 60L + second - offset;
            if (second == 60 && epoch % SECONDS_A_DAY != 0) {
                return null; // leap seconds are inserted at the end of a UTC day only
            }
            return Instant.ofEpochSecond(epoch, nanos);
        }

        private long day() {
            int year = number(4, 9999);
            expect('-', '-');
            int month = number(2, 12);
            expect('-', '-');
            int day = number(2, 31);
            if (!valid || month == 0 || day == 0 || day > daysIn(year, month)) {
                return INVALID;
            }
            int y = month <= 2 ? year - 1 : year;
            int march = month > 2 ? month - 3 : month + 9;
            int era = Math.floorDiv(y, 400);
            int yearOfEra = y - era * 400;
            int dayOfYear = (153 * march + 2) / 5 + day - 1;
            int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
            return (long) era * DAYS_IN_400_YEARS + dayOfEra - DAYS_TO_1970;
        }

        private static int daysIn(int year, int month) {
            return switch (month) {
                case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
                case 4, 6, 9, 11 -> 30;
                default -> 31;
            };
        }

        private int nanos() {
            if (peek() != '.') {
                return 0;
            }
            at++;
            int nanos = 0;
            int unit = 100_000_000;
            int start = at;
            while (at < end && isDigit(text[at])) {
                nanos += (text[at++] - '0') * unit;
                unit /= 10;
            }
            valid &= at > start;
            return nanos;
        }

        private int offsetSeconds() {
            char sign = peek();
            at++;
            if (sign == 'Z' || sign == 'z') {
                return 0;
            }
            valid &= sign == '+' || sign == '-';
            int hours = number(2, 23);
            expect(':', ':');
            int minutes = number(2, 59);
            int seconds = hours * 3600 + minutes * 60;
            return sign == '-' ? -seconds : seconds;
        }

        private int number(int digits, int max) {
            int value = 0;
            for (int i = 0; i < digits; i++) {
                char digit = peek();
                valid &= isDigit(digit);
                value = value * 10 + digit - '0';
                at++;
            }
            valid &= value <= max;
            return value;
        }

        private void expect(char one, char other) {
            char next = peek();
            valid &= next == one || next == other;
            at++;
        }

        private char peek() {
            return at < end ? text[at] : 0;
        }

        private static boolean isDigit(char c) {
            return c >= '0' && c <= '9';
        }
    }
}
