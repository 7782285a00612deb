/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.session;

import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.OcppError;
import io.ohmnibus.ocpp.OcppErrorCode;
import io.ohmnibus.ocpp.OcppVersion;

/** Why a command is refused before it is sent. */
final class CommandErrors {

    static final OcppError TOO_MANY =
            new OcppError(OcppErrorCode.GENERIC_ERROR, "Too many commands wait for the station");
    static final OcppError FAILED =
            new OcppError(OcppErrorCode.INTERNAL_ERROR, "The gateway failed to send it");

    private CommandErrors() {}

    static OcppError unknownTo(OcppVersion version, Action action) {
        return new OcppError(
                OcppErrorCode.NOT_SUPPORTED,
                action.wireName() + " is not part of " + version.subprotocol());
    }
}
