/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A command in REST.
 *
 * @param request what was asked, as OCPP names it; secrets and values of SetVariables are hidden
 * @param status Pending, Answered, Refused, TimedOut or Offline
 * @param response what the station answered, as OCPP names it
 * @param error the code, description and details the command was refused with
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CommandResource(
        UUID id,
        String stationId,
        String action,
        CommandStatus status,
        @JsonRawValue String request,
        @JsonRawValue @Nullable String response,
        @JsonRawValue @Nullable String error,
        String requestedBy,
        Instant createdAt,
        Instant deadline,
        @Nullable Instant completedAt) {

    static CommandResource of(StoredCommand command) {
        return new CommandResource(
                command.id(),
                command.station().stationId(),
                command.action().wireName(),
                command.status(),
                HiddenSecrets.in(command.request()),
                command.response(),
                command.error(),
                command.requestedBy(),
                command.createdAt(),
                command.deadline(),
                command.completedAt());
    }
}
