/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.allowance;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.platform.test.Requirement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LanguageTagTest {

    @ParameterizedTest
    @CsvSource({
        "en, true",
        "en-US, true",
        "gsw-CH, true",
        "zh-Hant, true",
        "en_US, false",
        "english!, false",
        "'', false",
        "' ', false",
        "x-home, false",
        "de-DE-1996, false"
    })
    @Requirement({"C01.FR.17", "C04.FR.05", "C05.FR.04"})
    void isWhatMessagesCanHold(String text, boolean tag) {
        assertThat(LanguageTag.isOne(text)).isEqualTo(tag);
    }
}
