/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.group;

import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Cursor;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.platform.web.RequiresPermission;
import io.ohmnibus.station.registry.RegistryId;
import io.ohmnibus.station.registry.StationLookup;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The groups of the caller's tenant; the stations of one are {@code /stations?group=}. */
@RestController
final class GroupResource {

    private static final int MAX_NAME = 100;

    private final Groups groups;
    private final StationLookup stations;

    GroupResource(Groups groups, StationLookup stations) {
        this.groups = groups;
        this.stations = stations;
    }

    /** What can be set of a group. */
    record GroupBody(@Nullable String name) {

        GroupBody {
            if (name != null && (name.isBlank() || name.length() > MAX_NAME)) {
                throw Problem.badRequest("name", "has 1 to " + MAX_NAME + " characters");
            }
        }
    }

    @Operation(summary = "Makes a group, or changes it")
    @PutMapping("/groups/{groupId}")
    @RequiresPermission("stations:write")
    Mono<ResponseEntity<Group>> put(
            Caller caller, @PathVariable String groupId, @RequestBody GroupBody body) {
        RegistryId.require("groupId", groupId);
        return groups.put(caller.tenant(), groupId, body.name())
                .flatMap(fresh ->
                        require(caller, groupId)
                                .map(group ->
                                        ResponseEntity.status(
                                                        fresh ? HttpStatus.CREATED : HttpStatus.OK)
                                                .body(group)));
    }

    @Operation(summary = "The groups, by id")
    @GetMapping("/groups")
    @RequiresPermission("stations:read")
    Mono<Page<Group>> list(Caller caller, PageRequest page) {
        Cursor cursor = page.cursor();
        return groups.list(caller.tenant(), cursor == null ? null : cursor.text(0), page.fetch())
                .collectList()
                .map(rows -> Page.of(rows, page, group -> Cursor.of(group.groupId())));
    }

    @Operation(summary = "A group, and how many stations are in it")
    @GetMapping("/groups/{groupId}")
    @RequiresPermission("stations:read")
    Mono<Group> group(Caller caller, @PathVariable String groupId) {
        return require(caller, groupId);
    }

    @Operation(summary = "Removes a group; its stations stay")
    @DeleteMapping("/groups/{groupId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @RequiresPermission("stations:write")
    Mono<Void> remove(Caller caller, @PathVariable String groupId) {
        return groups.remove(caller.tenant(), groupId)
                .flatMap(removed -> removed ? Mono.empty() : Mono.error(unknown(groupId)));
    }

    @Operation(summary = "Puts a station into a group")
    @PutMapping("/groups/{groupId}/stations/{stationId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @RequiresPermission("stations:write")
    Mono<Void> join(Caller caller, @PathVariable String groupId, @PathVariable String stationId) {
        return require(caller, groupId)
                .then(stations.key(caller, stationId))
                .flatMap(station -> groups.join(station, groupId));
    }

    @Operation(summary = "Takes a station out of a group")
    @DeleteMapping("/groups/{groupId}/stations/{stationId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @RequiresPermission("stations:write")
    Mono<Void> leave(Caller caller, @PathVariable String groupId, @PathVariable String stationId) {
        return require(caller, groupId)
                .then(stations.key(caller, stationId))
                .flatMap(station -> groups.leave(station, groupId))
                .flatMap(left ->
                        left
                                ? Mono.empty()
                                : Mono.error(
                                        Problem.notFound(
                                                "Station %s is not in group %s"
                                                        .formatted(stationId, groupId))));
    }

    private Mono<Group> require(Caller caller, String groupId) {
        return groups.find(caller.tenant(), groupId)
                .switchIfEmpty(Mono.error(() -> unknown(groupId)));
    }

    private static Problem unknown(String groupId) {
        return Problem.notFound("There is no group " + groupId);
    }
}
