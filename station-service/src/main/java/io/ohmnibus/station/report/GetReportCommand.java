/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.report;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.codec.OcppCodec;
import io.ohmnibus.ocpp.message.GetReportRequest;
import io.ohmnibus.ocpp.message.GetReportResponse;
import io.ohmnibus.ocpp.type.ComponentVariable;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.PreparingCommandHandler;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.station.asked.Requested;
import io.ohmnibus.station.devicemodel.MessageLimits;
import io.ohmnibus.station.store.CommandOutcome;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Opens a report on chosen components and variables before it is asked for. */
@UseCase("B08")
final class GetReportCommand
        implements PreparingCommandHandler<GetReportRequest, GetReportResponse> {

    private static final OcppCodec CODEC = OcppCodec.of(OcppVersion.V2_1);

    private final Reports reports;
    private final MessageLimits limits;
    private final Clock clock;

    GetReportCommand(Reports reports, MessageLimits limits, Clock clock) {
        this.reports = reports;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public Mono<GetReportRequest> prepare(StationKey station, GetReportRequest request) {
        List<ComponentVariable> wanted = request.componentVariable();
        int items = wanted == null ? 0 : wanted.size();
        return limits.check(station, request, items, "B08.FR.06", "B08.FR.18")
                .then(Mono.defer(() -> open(station, request)))
                .filter(opened -> opened)
                .switchIfEmpty(Mono.error(() -> Requested.used("B08.FR.04")))
                .thenReturn(request);
    }

    private Mono<Boolean> open(StationKey station, GetReportRequest request) {
        return reports.openCustom(
                station, request.requestId(), selection(request), clock.instant());
    }

    private static String selection(GetReportRequest request) {
        String payload = new String(CODEC.writePayload(request), StandardCharsets.UTF_8);
        ObjectNode selection = (ObjectNode) JsonMapper.shared().readTree(payload);
        selection.remove("requestId");
        return selection.toString();
    }

    @Override
    public Mono<Void> completed(
            StationKey station, GetReportRequest request, Outcome<GetReportResponse> outcome) {
        CommandOutcome ended =
                CommandOutcome.of(
                        outcome,
                        answer -> CommandOutcome.answered(answer.status(), answer.statusInfo()));
        return reports.answered(station, request.requestId(), ended);
    }
}
