/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.display.report;

import io.ohmnibus.ocpp.message.GetDisplayMessagesRequest;
import io.ohmnibus.ocpp.message.GetDisplayMessagesResponse;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.PreparingCommandHandler;
import io.ohmnibus.platform.ocpp.RuleViolation;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.station.asked.Requested;
import io.ohmnibus.station.devicemodel.DeviceModel;
import io.ohmnibus.station.devicemodel.VariableFilter;
import io.ohmnibus.station.display.DisplayCriteria;
import io.ohmnibus.station.display.DisplayMessages;
import io.ohmnibus.station.store.CommandOutcome;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Opens a report before it is asked for, since its parts may overtake the answer. */
@UseCase({"O03", "O04"})
final class GetDisplayMessagesCommand
        implements PreparingCommandHandler<GetDisplayMessagesRequest, GetDisplayMessagesResponse> {

    private static final VariableFilter CAPACITY =
            new VariableFilter("DisplayMessageCtrlr", "DisplayMessages", null, false);

    private final DisplayReports reports;
    private final DisplayMessages messages;
    private final DeviceModel model;
    private final Clock clock;

    GetDisplayMessagesCommand(
            DisplayReports reports, DisplayMessages messages, DeviceModel model, Clock clock) {
        this.reports = reports;
        this.messages = messages;
        this.model = model;
        this.clock = clock;
    }

    @Override
    public Mono<GetDisplayMessagesRequest> prepare(
            StationKey station, GetDisplayMessagesRequest request) {
        DisplayCriteria criteria = DisplayCriteria.of(request);
        return fewEnough(station, request.id())
                .then(
                        Mono.defer(() ->
                                reports.open(
                                        station, request.requestId(), criteria, clock.instant())))
                .flatMap(opened ->
                        opened ? Mono.just(request) : Mono.error(Requested.used("O03.FR.05")));
    }

    /** Not more ids than NumberOfDisplayMessages.maxLimit (Part 2, 1.30.1), where that is known. */
    private Mono<Void> fewEnough(StationKey station, @Nullable List<Integer> ids) {
        if (ids == null) {
            return Mono.empty();
        }
        return model.list(station, CAPACITY, null, 1)
                .mapNotNull(variable -> variable.characteristics().maxLimit())
                .filter(most -> most.compareTo(BigDecimal.valueOf(ids.size())) < 0)
                .next()
                .flatMap(most -> Mono.error(tooMany(most)));
    }

    private static RuleViolation tooMany(BigDecimal most) {
        return new RuleViolation(
                "O04.FR.01", "The station holds at most " + most.toPlainString() + " messages");
    }

    /** A station that has none of them (O03.FR.06, O04.FR.02) sends no part. */
    @Override
    public Mono<Void> completed(
            StationKey station,
            GetDisplayMessagesRequest request,
            Outcome<GetDisplayMessagesResponse> outcome) {
        CommandOutcome ended =
                CommandOutcome.of(
                        outcome,
                        answer -> CommandOutcome.answered(answer.status(), answer.statusInfo()));
        return reports.answered(station, request.requestId(), ended)
                .filter(DisplayReport::complete)
                .flatMap(report ->
                        messages.forgetUnmentioned(
                                station,
                                report.criteria(),
                                new DisplayMessages.Reported(
                                        report.requestId(), report.requestedAt())));
    }
}
