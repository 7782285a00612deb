/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.authority;

/** A signing request that no authority gets to see, and why. */
public final class InvalidRequest extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reasonCode;

    public InvalidRequest(String reasonCode, String text) {
        super(text);
        this.reasonCode = reasonCode;
    }

    /** At most 20 characters, for StatusInfo. */
    public String reasonCode() {
        return reasonCode;
    }

    /** What is wrong with it. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
