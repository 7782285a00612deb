/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PasswordRulesTest {

    @ParameterizedTest // A00.FR.205
    @ValueSource(
            strings = {
                "short-39aZ!xyQ7",
                "aaaaaaaaaaaaaaaaaaaaaaaa",
                "1234567812345678",
                "0123456789012345678901234567890123456789X",
                "cs-0001-Zk39fjwQ82lsd",
                "Zk39fjwQ82\tlsdkfj39"
            })
    void refusesWhatCanBeGuessedOrDoesNotFit(String password) {
        assertThat(objection(password, PasswordRules.FIT_FOR_ALL)).isPresent();
    }

    @Test // A00.FR.205
    void takesRandomOnesOfAnyLengthThatEveryStationTakes() {
        for (String password :
                List.of(
                        "Zk39fjwQ82lsdkfj",
                        "5f3a9c0e7b1d2468ace013579bdf8642",
                        "Zk39fjwQ82lsdkfjZk39fjwQ82lsdkfjäöüß+-:)")) {
            assertThat(objection(password, PasswordRules.FIT_FOR_ALL)).isEmpty();
        }
    }

    @Test // A00.FR.205
    void takesLongOnesWhereTheStationHasThemAlready() {
        String password = "Zk39fjwQ82lsdkfj".repeat(4);
        assertThat(objection(password, PasswordRules.LONGEST)).isEmpty();
        assertThat(objection(password + "x", PasswordRules.LONGEST))
                .contains("has 16 to 64 characters");
    }

    private static Optional<String> objection(String password, int maxLength) {
        return PasswordRules.objection("CS-0001", password, maxLength);
    }
}
