/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.search;

import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Cursor;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.RequiresPermission;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Stations by what they are and what they have told of their variables. */
@RestController
final class SearchResource {

    private final PostgresSearch stations;

    SearchResource(PostgresSearch stations) {
        this.stations = stations;
    }

    @Operation(
            summary = "Finds stations by the values of their variables",
            description =
                    "For example all with firmware 1.2 whose HeartbeatInterval is not 300:"
                            + " {\"firmware\": \"1.2\", \"conditions\": [{\"component\":"
                            + " \"OCPPCommCtrlr\", \"variable\": \"HeartbeatInterval\","
                            + " \"isNot\": \"300\"}]}")
    @PostMapping("/stations/search")
    @RequiresPermission("stations:read")
    Mono<Page<FoundStation>> search(
            Caller caller, @RequestBody StationSearch search, PageRequest page) {
        Cursor cursor = page.cursor();
        String after = cursor == null ? null : cursor.text(0);
        return stations.find(caller.tenant(), search.checked(), after, page.fetch())
                .map(rows -> Page.of(rows, page, row -> Cursor.of(row.stationId())));
    }
}
