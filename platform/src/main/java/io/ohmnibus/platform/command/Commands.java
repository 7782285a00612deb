/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.command;

import io.ohmnibus.ocpp.Request;
import io.ohmnibus.platform.ocpp.StationKey;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Sends what the CSMS wants of a station. */
public interface Commands {

    /**
     * Runs the rules of the action, stores the command and hands it to the gateway. The id leads to
     * its state and outcome. Errors: {@link io.ohmnibus.platform.ocpp.RuleViolation}.
     */
    Mono<UUID> send(StationKey station, Request<?> request, CommandOptions options);

    /** The same, in somebody's name. */
    default Mono<UUID> send(
            StationKey station, Request<?> request, CommandOptions options, String requestedBy) {
        return send(station, request, options);
    }

    /**
     * Takes back the commands that still wait for their stations, after the current transaction.
     * Each command gets its outcome all the same: {@code Offline} when it was taken back.
     */
    default Mono<Void> withdraw(Map<UUID, StationKey> commands) {
        return Mono.empty();
    }
}
