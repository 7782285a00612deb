/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.display.report;

import io.ohmnibus.ocpp.message.NotifyDisplayMessagesRequest;
import io.ohmnibus.ocpp.message.NotifyDisplayMessagesResponse;
import io.ohmnibus.ocpp.type.MessageInfo;
import io.ohmnibus.platform.ocpp.CallHandler;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.station.display.DisplayMessages;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Takes what a station says it holds, part by part. What nobody asked for is the station's own word
 * all the same, but makes nothing forgotten: an id is no authority (A32).
 */
@UseCase({"O03", "O04"})
final class NotifyDisplayMessagesHandler
        implements CallHandler<NotifyDisplayMessagesRequest, NotifyDisplayMessagesResponse> {

    private final DisplayReports reports;
    private final DisplayMessages messages;

    NotifyDisplayMessagesHandler(DisplayReports reports, DisplayMessages messages) {
        this.reports = reports;
        this.messages = messages;
    }

    @Override
    public Mono<NotifyDisplayMessagesResponse> handle(
            Station station, NotifyDisplayMessagesRequest request) {
        List<MessageInfo> named = request.messageInfo() == null ? List.of() : request.messageInfo();
        boolean last = !Boolean.TRUE.equals(request.tbc()); // tbc is false when it is omitted
        Instant receivedAt = station.call().receivedAt();
        return reports.add(
                        station.key(),
                        request.requestId(),
                        new DisplayReports.Part(named.size(), last, receivedAt))
                .filter(report -> report.received().discardedParts() == 0)
                .flatMap(report -> apply(station, report, named))
                .thenReturn(NotifyDisplayMessagesResponse.EMPTY);
    }

    private Mono<Void> apply(Station station, DisplayReport report, List<MessageInfo> named) {
        var part = new DisplayMessages.Reported(report.requestId(), station.call().receivedAt());
        var whole = new DisplayMessages.Reported(report.requestId(), report.requestedAt());
        return messages.reported(station.key(), named, part)
                .then(
                        Mono.defer(() ->
                                report.complete()
                                        ? messages.forgetUnmentioned(
                                                station.key(), report.criteria(), whole)
                                        : Mono.empty()));
    }
}
