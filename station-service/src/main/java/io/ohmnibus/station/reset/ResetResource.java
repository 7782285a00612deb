/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.reset;

import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Cursor;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.RequiresPermission;
import io.ohmnibus.station.registry.StationLookup;
import io.ohmnibus.station.reset.Resets.Reset;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The resets of a station, the newest first. */
@RestController
final class ResetResource {

    private final StationLookup stations;
    private final Resets resets;

    ResetResource(StationLookup stations, Resets resets) {
        this.stations = stations;
        this.resets = resets;
    }

    @Operation(summary = "The resets of a station, the newest first")
    @GetMapping("/stations/{stationId}/resets")
    @RequiresPermission("stations:read")
    Mono<Page<Reset>> list(Caller caller, @PathVariable String stationId, PageRequest page) {
        Cursor cursor = page.cursor();
        Long before = cursor == null ? null : cursor.number(0);
        return stations.key(caller, stationId)
                .flatMap(key -> resets.list(key, before, page.fetch()).collectList())
                .map(rows -> Page.of(rows, page, reset -> Cursor.of(reset.id())));
    }
}
