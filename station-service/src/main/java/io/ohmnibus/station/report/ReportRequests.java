/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.report;

import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.message.GetBaseReportRequest;
import io.ohmnibus.ocpp.type.ReportBaseEnum;
import io.ohmnibus.platform.command.CommandOptions;
import io.ohmnibus.platform.command.Commands;
import io.ohmnibus.platform.ocpp.RuleViolation;
import io.ohmnibus.platform.ocpp.StationKey;
import java.util.UUID;
import java.util.function.IntFunction;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Asks stations for reports, with request ids of its own. */
@Component
public final class ReportRequests {

    private static final int ATTEMPTS = 10;
    private static final String USED = "The station has a report with this request id";

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
        return request(station, id -> new GetBaseReportRequest(id, reportBase, null), options);
    }

    /** Sends the request that is made for a request id. */
    Mono<Requested> request(
            StationKey station, IntFunction<Request<?>> made, CommandOptions options) {
        return Mono.defer(() -> attempt(station, made, options))
                // The caller of the generic endpoint chooses ids too, and may have had this one.
                .retryWhen(Retry.max(ATTEMPTS).filter(ReportRequests::isUsed));
    }

    private Mono<Requested> attempt(
            StationKey station, IntFunction<Request<?>> made, CommandOptions options) {
        return reports.nextRequestId()
                .flatMap(id ->
                        commands.send(station, made.apply(id), options)
                                .map(command -> new Requested(id, command)));
    }

    /** Parts carry nothing but the request id to tell what they belong to. */
    static RuleViolation used(String requirement) {
        return new RuleViolation(requirement, USED);
    }

    private static boolean isUsed(Throwable error) {
        return error instanceof RuleViolation violation && USED.equals(violation.getMessage());
    }
}
