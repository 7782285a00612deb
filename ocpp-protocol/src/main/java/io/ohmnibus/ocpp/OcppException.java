/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp;

/** Thrown where a message must be answered with a CALLERROR. */
public final class OcppException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient OcppError error;

    public OcppException(OcppErrorCode code, String description) {
        this(new OcppError(code, description));
    }

    public OcppException(OcppError error) {
        super(error.code().wireName() + ": " + error.description());
        this.error = error;
    }

    /** What the CALLERROR says. */
    public OcppError error() {
        return error;
    }
}
