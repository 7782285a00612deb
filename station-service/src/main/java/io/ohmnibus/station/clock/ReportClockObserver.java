/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.clock;

import io.ohmnibus.ocpp.message.NotifyReportRequest;
import io.ohmnibus.platform.ocpp.BatchCallObserver;
import io.ohmnibus.platform.ocpp.Received;
import io.ohmnibus.platform.ocpp.UseCase;
import java.util.List;
import reactor.core.publisher.Mono;

/** Reads the time of a NotifyReport: it answers a request, and is made when it is sent. */
@UseCase({"B07", "B08"})
final class ReportClockObserver implements BatchCallObserver<NotifyReportRequest> {

    private final ClockRecorder clocks;

    ReportClockObserver(ClockRecorder clocks) {
        this.clocks = clocks;
    }

    @Override
    public Mono<Void> observeAll(List<Received<NotifyReportRequest>> messages) {
        return clocks.record(
                messages.stream()
                        .map(one -> Reading.of(one.station(), one.message().generatedAt(), false))
                        .toList());
    }
}
