/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.signed;

/** What can be said of a signed meter value. */
enum Verdict {
    /** Signed with a key of the station's meters, as its device model tells them. */
    VALID("Valid"),
    /** Signed with the key that came with it, and no other is known. */
    CONSISTENT("Consistent"),
    /** Not signed with any key that is known. */
    INVALID("Invalid"),
    /** No key is known. */
    NO_KEY("NoKey"),
    /** The data are not what their encoding method says. */
    UNREADABLE("Unreadable"),
    /** Nobody here knows the encoding or signing method. */
    UNKNOWN_METHOD("UnknownMethod");

    private final String text;

    Verdict(String text) {
        this.text = text;
    }

    /** The name in the API. */
    String text() {
        return text;
    }
}
