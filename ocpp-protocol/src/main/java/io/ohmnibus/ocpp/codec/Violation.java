/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

import io.ohmnibus.ocpp.OcppErrorCode;
import io.ohmnibus.ocpp.OcppException;

/**
 * What is wrong with one value, on its way from the value to whoever asked for the message.
 *
 * <p>Says what was expected, never what was there: values may be secrets. Each enclosing object and
 * list puts its part in front of the path. Without stack trace, since wrong messages are input, not
 * bugs.
 */
final class Violation extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final OcppErrorCode code;
    private final transient StringBuilder path = new StringBuilder();
    private final boolean versionGap;
    private final boolean truncated;

    private Violation(OcppErrorCode code, String expected, boolean versionGap, boolean truncated) {
        super(expected, null, false, false);
        this.code = code;
        this.versionGap = versionGap;
        this.truncated = truncated;
    }

    /** The JSON there is not what JSON or the action's schema allows: broken, unknown, twice. */
    static Violation format(String expected) {
        return new Violation(OcppErrorCode.FORMAT_VIOLATION, expected, false, false);
    }

    /** The input ended inside a value. */
    static Violation truncation() {
        return new Violation(OcppErrorCode.FORMAT_VIOLATION, "JSON ends too early", false, true);
    }

    /** Something is missing, or a list has too few or too many elements. */
    static Violation occurrence(String expected) {
        return new Violation(OcppErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION, expected, false, false);
    }

    /** A value of the right type is not among those allowed. */
    static Violation property(String expected) {
        return new Violation(OcppErrorCode.PROPERTY_CONSTRAINT_VIOLATION, expected, false, false);
    }

    /** A value has another JSON type than the field. */
    static Violation type(String expected) {
        return new Violation(OcppErrorCode.TYPE_CONSTRAINT_VIOLATION, expected, false, false);
    }

    /** The same, for a value that a later version allows. */
    Violation inLaterVersion() {
        var gap = new Violation(code, getMessage(), true, truncated);
        gap.path.append(path);
        return gap;
    }

    /** Adds the part of the path that encloses what there is. */
    Violation inside(String part) {
        path.insert(0, part);
        return this;
    }

    Violation insideElement(int index) {
        return inside("[" + index + "]");
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** Whether another version of OCPP allows what this one does not. */
    boolean isVersionGap() {
        return versionGap;
    }

    boolean isTruncation() {
        return truncated;
    }

    OcppErrorCode code() {
        return code;
    }

    /** Path and expectation, as in {@code $.idToken.type: expected at most 20 characters}. */
    String description() {
        return "$" + path + ": " + getMessage();
    }

    OcppException toException() {
        return new OcppException(code, description());
    }
}
