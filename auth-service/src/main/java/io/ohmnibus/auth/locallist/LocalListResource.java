/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.locallist;

import io.ohmnibus.auth.locallist.ListEntries.Entry;
import io.ohmnibus.auth.locallist.LocalList.Status;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.platform.web.RequiresPermission;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The local lists of stations, and what they have to do with what they should be. */
@RestController
class LocalListResource {

    private final LocalLists lists;
    private final ListEntries entries;

    LocalListResource(LocalLists lists, ListEntries entries) {
        this.lists = lists;
        this.entries = entries;
    }

    /**
     * What a synchronization begins with.
     *
     * @param anew sends the whole list, also where the station should have it
     */
    record Synchronization(@Nullable Boolean anew) {}

    @Operation(summary = "Local lists by station, for instance those that failed")
    @GetMapping("/local-lists")
    @RequiresPermission("local-lists:read")
    Mono<Page<LocalList>> list(
            Caller caller,
            @RequestParam(required = false) @Nullable Status status,
            PageRequest page) {
        return lists.list(caller.tenant(), status, page);
    }

    @Operation(summary = "What is known of the local list of a station")
    @GetMapping("/stations/{stationId}/local-list")
    @RequiresPermission("local-lists:read")
    Mono<LocalList> show(Caller caller, @PathVariable String stationId) {
        return lists.find(new StationKey(caller.tenant(), stationId))
                .switchIfEmpty(Mono.error(LocalListResource::unknown));
    }

    @Operation(summary = "What the station was told and took, by token")
    @GetMapping("/stations/{stationId}/local-list/entries")
    @RequiresPermission("local-lists:read")
    Mono<Page<Entry>> entries(Caller caller, @PathVariable String stationId, PageRequest page) {
        return entries.list(new StationKey(caller.tenant(), stationId), page);
    }

    /**
     * Compares a list with what it should be, and sends what is missing; now, not when it is due.
     */
    @Operation(summary = "Compares a list with what it should be, and sends what is missing")
    @PostMapping("/stations/{stationId}/local-list/synchronizations")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @RequiresPermission("local-lists:write")
    Mono<Void> synchronize(
            Caller caller,
            @PathVariable String stationId,
            @RequestBody(required = false) @Nullable Synchronization body) {
        boolean anew = body != null && Boolean.TRUE.equals(body.anew());
        return request(caller, stationId, anew, false);
    }

    /** Asks the station for its version (D02); a list that is not the right one is replaced. */
    @Operation(summary = "Asks the station for its version (D02)")
    @PostMapping("/stations/{stationId}/local-list/verifications")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @RequiresPermission("local-lists:write")
    Mono<Void> verify(Caller caller, @PathVariable String stationId) {
        return request(caller, stationId, false, true);
    }

    private Mono<Void> request(Caller caller, String stationId, boolean anew, boolean verify) {
        return lists.request(new StationKey(caller.tenant(), stationId), anew, verify)
                .flatMap(found -> found ? Mono.empty() : Mono.error(unknown()));
    }

    private static Problem unknown() {
        return Problem.notFound("No rule is about the local list of this station");
    }
}
