/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.session;

import io.ohmnibus.contracts.station.StationBoot;
import io.ohmnibus.ocpp.type.RegistrationStatusEnum;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.state.CompactedTable;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * How the last BootNotification of each station was answered: a station that only reconnects does
 * not send another (Part 4, 5.4).
 */
@Component
final class Registrations {

    private final CompactedTable<StationBoot> boots;

    Registrations(CompactedTable<StationBoot> boots) {
        this.boots = boots;
    }

    /** Empty for a station that never booted here. */
    Optional<StationBoot> of(StationKey station) {
        return boots.get(station);
    }

    /** The status that it was given. */
    Optional<RegistrationStatusEnum> status(StationKey station) {
        return of(station).map(StationBoot::status);
    }
}
