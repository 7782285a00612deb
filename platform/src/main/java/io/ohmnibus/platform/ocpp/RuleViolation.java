/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.ocpp;

/** A command was refused before it was sent, because of a requirement of the specification. */
public final class RuleViolation extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String requirement;

    public RuleViolation(String requirement, String text) {
        super(text);
        this.requirement = requirement;
    }

    /** The requirement id, such as {@code K01.FR.16}. */
    public String requirement() {
        return requirement;
    }
}
