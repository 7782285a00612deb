/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.reset;

import io.ohmnibus.ocpp.message.BootNotificationRequest;
import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.platform.ocpp.BatchCallObserver;
import io.ohmnibus.platform.ocpp.Received;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.ocpp.UseCase;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Sees that a reset had its effect: the station boots (B11.FR.04, B12.FR.01). */
@UseCase({"B11", "B12"})
final class RebootObserver implements BatchCallObserver<BootNotificationRequest> {

    private final Resets resets;

    RebootObserver(Resets resets) {
        this.resets = resets;
    }

    @Override
    public Mono<Void> observeAll(List<Received<BootNotificationRequest>> boots) {
        Map<StationKey, Instant> rebooted = new HashMap<>();
        for (Received<BootNotificationRequest> boot : boots) {
            if (boot.message().reason() != BootReasonEnum.TRIGGERED) { // introduces itself, no boot
                Station station = boot.station();
                rebooted.put(station.key(), station.call().receivedAt());
            }
        }
        return rebooted.isEmpty() ? Mono.empty() : resets.rebooted(rebooted);
    }
}
