/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator.rpc;

import io.ohmnibus.ocpp.OcppError;
import io.ohmnibus.ocpp.OcppErrorCode;

/** The CSMS answered a CALL with a CALLERROR. */
public final class CallErrorException extends StationException {

    private static final long serialVersionUID = 1L;

    private final transient OcppError error;

    CallErrorException(String action, OcppError error, String frames) {
        super(
                "%s was answered with CALLERROR %s \"%s\"%s"
                        .formatted(action, error.code().wireName(), error.description(), frames));
        this.error = error;
    }

    /** The error code of the CALLERROR. */
    public OcppErrorCode code() {
        return error.code();
    }

    /** The error description of the CALLERROR. */
    public String description() {
        return error.description();
    }

    /** Code, description and details as received. */
    public OcppError error() {
        return error;
    }
}
