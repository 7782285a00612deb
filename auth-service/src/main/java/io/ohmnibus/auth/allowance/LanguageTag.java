/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.allowance;

import java.util.IllformedLocaleException;
import java.util.Locale;

/** How languages are named on the wire (C01.FR.17, C04.FR.05, C05.FR.04). */
public final class LanguageTag {

    private static final int MOST = 8;

    private LanguageTag() {}

    /** Whether it is a tag of RFC 5646 that a message can hold, such as {@code en-US}. */
    public static boolean isOne(String text) {
        if (text.isEmpty() || text.length() > MOST) {
            return false;
        }
        try {
            return !new Locale.Builder().setLanguageTag(text).build().getLanguage().isEmpty();
        } catch (IllformedLocaleException _) {
            return false;
        }
    }
}
