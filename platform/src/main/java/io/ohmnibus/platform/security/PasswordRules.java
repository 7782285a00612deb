/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.security;

import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Whether a password that somebody chose is good enough (A00.FR.205, A01.FR.07). */
public final class PasswordRules {

    /** Every station takes as many; more only where its device model says so. */
    public static final int FIT_FOR_ALL = 40;

    /** No station has a longer one. */
    public static final int LONGEST = 64;

    private static final int MIN_LENGTH = 16;
    private static final int MIN_BITS = 80;
    private static final int MIN_DISTINCT = 8;

    private PasswordRules() {}

    /** What is wrong with the password, if anything. */
    public static Optional<String> objection(String stationId, String password, int maxLength) {
        int length = password.codePointCount(0, password.length());
        if (length < MIN_LENGTH || length > maxLength) {
            return Optional.of("has " + MIN_LENGTH + " to " + maxLength + " characters");
        }
        if (password.codePoints().anyMatch(Character::isISOControl)) {
            return Optional.of("has no control characters");
        }
        if (password.toLowerCase(Locale.ROOT).contains(stationId.toLowerCase(Locale.ROOT))) {
            return Optional.of("does not contain the identity of the station");
        }
        if (password.codePoints().distinct().count() < MIN_DISTINCT
                || length * bitsPerCharacter(password) < MIN_BITS) {
            return Optional.of("is not random enough; leave it out to have one made");
        }
        return Optional.empty();
    }

    /** As if it were drawn from the kinds of characters that are in it. */
    private static double bitsPerCharacter(String password) {
        int alphabet =
                has(password, Character::isDigit, 10)
                        + has(password, Character::isLowerCase, 26)
                        + has(password, Character::isUpperCase, 26)
                        + has(password, c -> !Character.isLetterOrDigit(c), 32);
        return Math.log(alphabet) / Math.log(2);
    }

    private static int has(String password, IntPredicate kind, int size) {
        return password.codePoints().anyMatch(kind) ? size : 0;
    }
}
