/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.report;

import io.ohmnibus.ocpp.message.GetBaseReportRequest;
import io.ohmnibus.ocpp.type.ReportBaseEnum;
import io.ohmnibus.platform.command.CommandOptions;
import io.ohmnibus.platform.command.Commands;
import io.ohmnibus.platform.ocpp.RuleViolation;
import io.ohmnibus.platform.ocpp.StationKey;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Asks stations for reports, with request ids of its own. */
@Component
public final class ReportRequests {

    private static final int ATTEMPTS = 10;

    private final Reports reports;
    private final Commands commands;

    ReportRequests(Reports reports, Commands commands) {
        this.reports = reports;
        this.commands = commands;
    }

    /** A report that was asked for, and the command that did it. */
    public record Requested(int requestId, UUID commandId) {}

    /** Sends GetBaseReport. */
    public Mono<Requested> request(
            StationKey station, ReportBaseEnum reportBase, CommandOptions options) {
        return Mono.defer(() -> attempt(station, reportBase, options))
                // The caller of the generic endpoint chooses ids too, and may have had this one.
                .retryWhen(Retry.max(ATTEMPTS).filter(RuleViolation.class::isInstance));
    }

    private Mono<Requested> attempt(
            StationKey station, ReportBaseEnum reportBase, CommandOptions options) {
        return reports.nextRequestId()
                .flatMap(id ->
                        commands.send(
                                        station,
                                        new GetBaseReportRequest(id, reportBase, null),
                                        options)
                                .map(command -> new Requested(id, command)));
    }
}
