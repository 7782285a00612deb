/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.availability;

import io.ohmnibus.ocpp.message.BootNotificationRequest;
import io.ohmnibus.platform.ocpp.BatchCallObserver;
import io.ohmnibus.platform.ocpp.Received;
import io.ohmnibus.platform.ocpp.UseCase;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * After a boot the station reports every connector again (B01.FR.05), perhaps by a clock that was
 * set back: what it says then stands.
 */
@UseCase("B01")
final class BootObserver implements BatchCallObserver<BootNotificationRequest> {

    private final AvailabilityStates states;

    BootObserver(AvailabilityStates states) {
        this.states = states;
    }

    @Override
    public Mono<Void> observeAll(List<Received<BootNotificationRequest>> boots) {
        return states.expectAnew(boots.stream().map(boot -> boot.station().key()).toList());
    }
}
