/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.devicemodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.type.DataEnum;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VariableValueTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "INTEGER       | 300                  | 0300",
                "INTEGER       | 300                  | +300",
                "INTEGER       | 0                    | -0",
                "DECIMAL       | 8.1                  | 8.10",
                "DECIMAL       | 100                  | 1E2",
                "BOOLEAN       | true                 | TRUE",
                "DATE_TIME     | 2026-03-01T10:00:00Z | 2026-03-01T12:00:00.000+02:00",
                "SEQUENCE_LIST | 1,2                  | \"1, 2\"",
                "MEMBER_LIST   | a,B                  | b,A",
                "MEMBER_LIST   | \"\"                 | \" \"",
                "OPTION_LIST   | Enabled              | enabled",
                "STRING        | abc                  | abc"
            })
    void sameMeaningInOtherWords(DataEnum type, String one, String other) {
        assertThat(VariableValue.same(type, one, other)).isTrue();
        assertThat(VariableValue.same(type, other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            nullValues = "unknown",
            value = {
                "INTEGER       | 300                  | 301",
                "INTEGER       | 300                  | many",
                "DECIMAL       | 8.1                  | 8.11",
                "BOOLEAN       | true                 | 1",
                "DATE_TIME     | 2026-03-01T10:00:00Z | 2026-03-01T10:00:01Z",
                "DATE_TIME     | 2026-03-01T10:00:00Z | soon",
                "SEQUENCE_LIST | 1,2                  | 2,1",
                "MEMBER_LIST   | a,b                  | a",
                "OPTION_LIST   | Enabled              | Disabled",
                "STRING        | abc                  | ABC",
                "unknown       | 300                  | 0300"
            })
    void anotherValue(DataEnum type, String one, String other) {
        assertThat(VariableValue.same(type, one, other)).isFalse();
        assertThat(VariableValue.same(type, other, one)).isFalse();
    }
}
