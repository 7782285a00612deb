/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.clock;

import io.ohmnibus.ocpp.message.StatusNotificationRequest;
import io.ohmnibus.platform.ocpp.BatchCallObserver;
import io.ohmnibus.platform.ocpp.Received;
import io.ohmnibus.platform.ocpp.UseCase;
import java.util.List;
import reactor.core.publisher.Mono;

/** Reads the time of a StatusNotification, which may have waited in the station. */
@UseCase({"B04", "G01"})
final class StatusClockObserver implements BatchCallObserver<StatusNotificationRequest> {

    private final ClockRecorder clocks;

    StatusClockObserver(ClockRecorder clocks) {
        this.clocks = clocks;
    }

    @Override
    public Mono<Void> observeAll(List<Received<StatusNotificationRequest>> messages) {
        return clocks.record(
                messages.stream()
                        .map(one -> Reading.of(one.station(), one.message().timestamp(), true))
                        .toList());
    }
}
