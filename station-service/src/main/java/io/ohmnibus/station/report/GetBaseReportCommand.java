/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.report;

import io.ohmnibus.ocpp.message.GetBaseReportRequest;
import io.ohmnibus.ocpp.message.GetBaseReportResponse;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.PreparingCommandHandler;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.station.asked.Requested;
import io.ohmnibus.station.store.CommandOutcome;
import java.time.Clock;
import reactor.core.publisher.Mono;

/** Opens a report before it is asked for, since its parts may overtake the answer. */
@UseCase("B07")
final class GetBaseReportCommand
        implements PreparingCommandHandler<GetBaseReportRequest, GetBaseReportResponse> {

    private final Reports reports;
    private final Clock clock;

    GetBaseReportCommand(Reports reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    @Override
    public Mono<GetBaseReportRequest> prepare(StationKey station, GetBaseReportRequest request) {
        String base = request.reportBase().wireName();
        return reports.open(station, request.requestId(), base, clock.instant())
                .filter(opened -> opened)
                .switchIfEmpty(Mono.error(() -> Requested.used("B07.FR.04")))
                .thenReturn(request);
    }

    @Override
    public Mono<Void> completed(
            StationKey station,
            GetBaseReportRequest request,
            Outcome<GetBaseReportResponse> outcome) {
        CommandOutcome ended =
                CommandOutcome.of(
                        outcome,
                        answer -> CommandOutcome.answered(answer.status(), answer.statusInfo()));
        return reports.answered(station, request.requestId(), ended);
    }
}
