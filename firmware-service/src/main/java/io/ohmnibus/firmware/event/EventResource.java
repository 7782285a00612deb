/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.firmware.event;

import io.ohmnibus.platform.command.StationRegister;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Cursor;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.RequiresPermission;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The events of a station, the newest first. */
@RestController
final class EventResource {

    private final StationRegister stations;
    private final StationEvents events;

    EventResource(StationRegister stations, StationEvents events) {
        this.stations = stations;
        this.events = events;
    }

    @GetMapping("/stations/{stationId}/events")
    @RequiresPermission("events:read")
    Mono<Page<StationEvents.Stored>> list(
            Caller caller,
            @PathVariable String stationId,
            @ParameterObject StationEvents.Filter filter,
            PageRequest page) {
        StationKey key = new StationKey(caller.tenant(), stationId);
        Cursor cursor = page.cursor();
        Long before = cursor == null ? null : cursor.number(0);
        return stations.require(key)
                .then(
                        Mono.defer(
                                () -> events.list(key, filter, before, page.fetch()).collectList()))
                .map(rows -> Page.of(rows, page, row -> Cursor.of(row.id())));
    }
}
