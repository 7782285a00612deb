/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.availability;

import io.ohmnibus.ocpp.message.BootNotificationRequest;
import io.ohmnibus.platform.ocpp.CallObserver;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.ocpp.UseCase;
import reactor.core.publisher.Mono;

/**
 * After a boot the station reports every connector again (B01.FR.05), perhaps by a clock that was
 * set back: what it says then stands.
 */
@UseCase("B01")
final class BootObserver implements CallObserver<BootNotificationRequest> {

    private final AvailabilityStates states;

    BootObserver(AvailabilityStates states) {
        this.states = states;
    }

    @Override
    public Mono<Void> observe(Station station, BootNotificationRequest request) {
        return states.expectAnew(station.key());
    }
}
