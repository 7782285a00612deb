/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.pool;

import io.ohmnibus.contracts.gateway.RefusedHandshake;
import io.ohmnibus.platform.bus.Bus;
import io.ohmnibus.platform.bus.BusJson;
import io.ohmnibus.platform.bus.BusListener;
import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.bus.ContextReading;
import io.ohmnibus.platform.bus.Reading;
import io.ohmnibus.platform.bus.Topics;
import io.ohmnibus.platform.ocpp.StationKey;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads whom the gateways did not let in, and remembers those that nobody knows. */
@Component
final class UnknownStationFeed extends ContextReading implements BusListener {

    private static final String UNKNOWN = "UNKNOWN_STATION";

    /** What can be registered; anything else is no station (A00.FR.204). */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9*_=+|@.-]{1,48}");

    private final Bus bus;
    private final UnknownStations stations;

    UnknownStationFeed(Bus bus, UnknownStations stations) {
        this.bus = bus;
        this.stations = stations;
    }

    @Override
    public Mono<Void> on(BusRecord record) {
        RefusedHandshake refused = BusJson.read(record.body(), RefusedHandshake.class);
        String tenant = refused.tenant();
        return tenant != null
                        && refused.reason().equals(UNKNOWN)
                        && ID.matcher(refused.station()).matches()
                ? stations.seen(new StationKey(tenant, refused.station()), refused)
                : Mono.empty();
    }

    @Override
    protected Reading open() {
        return bus.group("station.pool", List.of(Topics.REFUSALS), this);
    }
}
