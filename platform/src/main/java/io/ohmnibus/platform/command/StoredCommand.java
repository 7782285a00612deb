/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.command;

import io.ohmnibus.ocpp.Action;
import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A command as it is remembered.
 *
 * @param request the request's payload, JSON of OCPP 2.1; without its secrets once it has ended
 * @param response the payload of the station's CALLRESULT
 * @param error what the station, or the gateway for it, refused with
 */
record StoredCommand(
        UUID id,
        StationKey station,
        Action action,
        String request,
        CommandStatus status,
        @Nullable String response,
        @Nullable String error,
        String requestedBy,
        Instant createdAt,
        Instant deadline,
        @Nullable Instant completedAt) {

    /**
     * The command when it has ended.
     *
     * @param value the response or the error as JSON; null where the outcome has none
     */
    StoredCommand ended(CommandStatus how, @Nullable String value, Instant at) {
        return new StoredCommand(
                id,
                station,
                action,
                request,
                how,
                how == CommandStatus.ANSWERED ? value : null,
                how == CommandStatus.REFUSED ? value : null,
                requestedBy,
                createdAt,
                deadline,
                at);
    }
}
