/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.reset;

import io.ohmnibus.ocpp.message.BootNotificationRequest;
import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.platform.ocpp.CallObserver;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.ocpp.UseCase;
import reactor.core.publisher.Mono;

/** Sees that a reset had its effect: the station boots (B11.FR.04, B12.FR.01). */
@UseCase({"B11", "B12"})
final class RebootObserver implements CallObserver<BootNotificationRequest> {

    private final Resets resets;

    RebootObserver(Resets resets) {
        this.resets = resets;
    }

    @Override
    public Mono<Void> observe(Station station, BootNotificationRequest request) {
        if (request.reason() == BootReasonEnum.TRIGGERED) { // asked to introduce itself, no boot
            return Mono.empty();
        }
        return resets.rebooted(station.key(), station.call().receivedAt());
    }
}
