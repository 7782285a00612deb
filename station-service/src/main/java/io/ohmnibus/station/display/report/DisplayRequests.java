/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.display.report;

import io.ohmnibus.ocpp.message.GetDisplayMessagesRequest;
import io.ohmnibus.platform.command.CommandOptions;
import io.ohmnibus.platform.command.Commands;
import io.ohmnibus.platform.ocpp.RuleViolation;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.station.display.DisplayCriteria;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Asks stations for their messages, with request ids of its own. */
@Component
final class DisplayRequests {

    private static final int ATTEMPTS = 10;

    private final DisplayReports reports;
    private final Commands commands;

    DisplayRequests(DisplayReports reports, Commands commands) {
        this.reports = reports;
        this.commands = commands;
    }

    /** A report that was asked for, and the command that did it. */
    record Requested(int requestId, UUID commandId) {}

    /** Sends GetDisplayMessages. */
    Mono<Requested> request(StationKey station, DisplayCriteria criteria, CommandOptions options) {
        return Mono.defer(() -> attempt(station, criteria, options))
                // The caller of the generic endpoint chooses ids too, and may have had this one.
                .retryWhen(Retry.max(ATTEMPTS).filter(DisplayRequests::used));
    }

    private static boolean used(Throwable failure) {
        return failure instanceof RuleViolation rule
                && rule.requirement().equals(GetDisplayMessagesCommand.UNIQUE);
    }

    private Mono<Requested> attempt(
            StationKey station, DisplayCriteria criteria, CommandOptions options) {
        return reports.nextRequestId()
                .flatMap(id -> {
                    var request =
                            new GetDisplayMessagesRequest(
                                    criteria.ids(),
                                    id,
                                    criteria.priority(),
                                    criteria.state(),
                                    null);
                    return commands.send(station, request, options)
                            .map(command -> new Requested(id, command));
                });
    }
}
