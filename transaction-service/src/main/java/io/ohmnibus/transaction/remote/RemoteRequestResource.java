/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.remote;

import io.ohmnibus.platform.command.StationRegister;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Cursor;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.platform.web.Refuses;
import io.ohmnibus.platform.web.RequiresPermission;
import io.ohmnibus.transaction.remote.RemoteRequests.Followed;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What a station was asked to do from afar, and what came of it; the newest first. */
@RestController
final class RemoteRequestResource {

    private static final String PATH = "/stations/{stationId}/remote-requests";

    private final StationRegister stations;
    private final RemoteRequests requests;
    private final RemoteProperties properties;
    private final Clock clock;

    RemoteRequestResource(
            StationRegister stations,
            RemoteRequests requests,
            RemoteProperties properties,
            Clock clock) {
        this.stations = stations;
        this.requests = requests;
        this.properties = properties;
        this.clock = clock;
    }

    @Operation(
            summary = "What a station was asked to do from afar, newest first",
            description =
                    "The outcome is what happened, as far as messages of the station tell it.")
    @GetMapping(PATH)
    @RequiresPermission("transactions:read")
    Mono<Page<RemoteRequestView>> list(
            Caller caller, @PathVariable String stationId, PageRequest page) {
        StationKey key = new StationKey(caller.tenant(), stationId);
        Cursor cursor = page.cursor();
        Long before = cursor == null ? null : cursor.number(0);
        return stations.require(key)
                .then(Mono.defer(() -> requests.list(key, before, page.fetch()).collectList()))
                .map(rows -> Page.of(rows, page, row -> Cursor.of(row.id())))
                .map(found -> found.map(this::view));
    }

    @Operation(summary = "One request and what became of it")
    @Refuses(value = 404, when = "There is no such request")
    @GetMapping(PATH + "/{id}")
    @RequiresPermission("transactions:read")
    Mono<RemoteRequestView> request(
            Caller caller, @PathVariable String stationId, @PathVariable long id) {
        return requests.find(new StationKey(caller.tenant(), stationId), id)
                .map(this::view)
                .switchIfEmpty(Mono.error(() -> Problem.notFound("There is no request " + id)));
    }

    private RemoteRequestView view(Followed followed) {
        return RemoteRequestView.of(followed, clock.instant(), properties.effectWithin());
    }
}
