/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.platform.test.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PasswordRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short-39aZ!xyQ7",
                "aaaaaaaaaaaaaaaaaaaaaaaa",
                "1234567812345678",
                "0123456789012345678901234567890123456789X",
                "cs-0001-Zk39fjwQ82lsd",
                "Zk39fjwQ82\tlsdkfj39"
            })
    @Requirement("A00.FR.205")
    void refusesWhatCanBeGuessedOrDoesNotFit(String password) {
        assertThat(PasswordRules.objection("CS-0001", password)).isPresent();
    }

    @Test
    @Requirement("A00.FR.205")
    void takesRandomOnesOfAnyLengthThatEveryStationTakes() {
        assertThat(PasswordRules.objection("CS-0001", "Zk39fjwQ82lsdkfj")).isEmpty();
        assertThat(PasswordRules.objection("CS-0001", "5f3a9c0e7b1d2468ace013579bdf8642"))
                .isEmpty();
        assertThat(PasswordRules.objection("CS-0001", "Zk39fjwQ82lsdkfjZk39fjwQ82lsdkfjäöüß+-:)"))
                .isEmpty();
    }
}
