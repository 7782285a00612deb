/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {

    private static @Nullable Instant parse(String text) {
        var padded = ("  " + text + "  ").toCharArray();
        return Rfc3339.parse(padded, 2, text.length());
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-01T00:00:00Z, 2025-01-01T00:00:00Z",
        "2025-01-01t00:00:00z, 2025-01-01T00:00:00Z",
        "2025-01-01T00:00:00.1Z, 2025-01-01T00:00:00.1Z",
        "2025-01-01T00:00:00.1234567891234Z, 2025-01-01T00:00:00.123456789Z",
        "2025-01-01T00:00:00+05:30, 2024-12-31T18:30:00Z",
        "2025-01-01T00:00:00-23:59, 2025-01-01T23:59:00Z",
        "2025-01-01T00:00:00-00:00, 2025-01-01T00:00:00Z",
        "2024-02-29T12:00:00Z, 2024-02-29T12:00:00Z",
        "2000-02-29T12:00:00Z, 2000-02-29T12:00:00Z",
        "1970-01-01T00:00:00Z, 1970-01-01T00:00:00Z",
        "0000-01-01T00:00:00Z, 0000-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z, 9999-12-31T23:59:59Z",
        "2016-12-31T23:59:60Z, 2017-01-01T00:00:00Z",
        "2016-12-31T15:59:60-08:00, 2017-01-01T00:00:00Z",
    })
    void readsTimesWithAnyFractionAndOffset(String text, Instant time) {
        assertThat(parse(text)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2025-01-01",
                "2025-01-01T00:00:00",
                "2025-01-01T00:00:00.5",
                "2025-01-01 00:00:00Z",
                "2025-1-01T00:00:00Z",
                "2025-13-01T00:00:00Z",
                "2025-00-01T00:00:00Z",
                "2025-01-00T00:00:00Z",
                "2025-02-29T00:00:00Z",
                "1900-02-29T00:00:00Z",
                "2025-04-31T00:00:00Z",
                "2025-01-01T24:00:00Z",
                "2025-01-01T00:60:00Z",
                "2025-01-01T00:00:61Z",
                "2025-01-01T00:00:60Z",
                "2025-01-01T00:00Z",
                "2025-01-01T00:00:00.Z",
                "2025-01-01T00:00:00,5Z",
                "2025-01-01T00:00:00+0100",
                "2025-01-01T00:00:00+01",
                "2025-01-01T00:00:00+24:00",
                "2025-01-01T00:00:00+01:60",
                "2025-01-01T00:00:00ZZ",
                "2025-01-01T00:00:00Z ",
                " 2025-01-01T00:00:00Z",
                "+2025-01-01T00:00:00Z",
                "20250101T000000Z",
                "2025-01-01T00:00:00\u0660Z",
                "\u0662025-01-01T00:00:00Z",
                "12025-01-01T00:00:00Z"
            })
    void refusesEverythingElse(String text) {
        assertThat(parse(text)).isNull();
    }

    @Test
    void readsWhatItWrites() {
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            var time =
                    Instant.ofEpochSecond(
                            random.nextLong(-62_167_219_200L, 253_402_300_800L),
                            random.nextInt(3) == 0 ? 0 : random.nextInt(1_000_000_000));
            var text = Rfc3339.format(time);

            assertThat(Instant.parse(text)).isEqualTo(time.truncatedTo(ChronoUnit.MILLIS));
            assertThat(parse(text)).isEqualTo(time.truncatedTo(ChronoUnit.MILLIS));
        }
    }

    @Test
    void knowsWhichTimesHaveAForm() {
        assertThat(Rfc3339.isWritable(Instant.parse("9999-12-31T23:59:59.999Z"))).isTrue();
        assertThat(Rfc3339.isWritable(Instant.parse("9999-12-31T23:59:59.999Z").plusMillis(1)))
                .isFalse();
        assertThat(Rfc3339.isWritable(Instant.parse("0000-01-01T00:00:00Z").minusNanos(1)))
                .isFalse();
        assertThat(Rfc3339.isWritable(Instant.MAX)).isFalse();
    }
}
