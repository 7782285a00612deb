/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.location;

import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Cursor;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.platform.web.Problem.Violation;
import io.ohmnibus.platform.web.RequiresPermission;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
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

/** The locations of the caller's tenant; the stations of one are {@code /stations?location=}. */
@RestController
final class LocationResource {

    private final Locations locations;

    LocationResource(Locations locations) {
        this.locations = locations;
    }

    @Operation(summary = "Adds or replaces a location")
    @PutMapping("/locations/{locationId}")
    @RequiresPermission("stations:write")
    Mono<ResponseEntity<Location>> put(
            Caller caller, @PathVariable String locationId, @RequestBody Location body) {
        if (body.locationId() != null && !body.locationId().equals(locationId)) {
            throw Problem.badRequest("locationId", "is not the one in the path");
        }
        Location location = body.withId(locationId);
        List<Violation> wrong = location.violations();
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
        return locations
                .put(caller.tenant(), location)
                .map(fresh ->
                        ResponseEntity.status(fresh ? HttpStatus.CREATED : HttpStatus.OK)
                                .body(location));
    }

    @Operation(summary = "The locations, by id")
    @GetMapping("/locations")
    @RequiresPermission("stations:read")
    Mono<Page<Location>> list(Caller caller, PageRequest page) {
        Cursor cursor = page.cursor();
        return locations
                .list(caller.tenant(), cursor == null ? null : cursor.text(0), page.fetch())
                .collectList()
                .map(rows -> Page.of(rows, page, location -> Cursor.of(location.id())));
    }

    @Operation(summary = "A location")
    @GetMapping("/locations/{locationId}")
    @RequiresPermission("stations:read")
    Mono<Location> location(Caller caller, @PathVariable String locationId) {
        return locations
                .find(caller.tenant(), locationId)
                .switchIfEmpty(Mono.error(() -> unknown(locationId)));
    }

    @Operation(summary = "Removes a location; its stations stay, without one")
    @DeleteMapping("/locations/{locationId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @RequiresPermission("stations:write")
    Mono<Void> remove(Caller caller, @PathVariable String locationId) {
        return locations
                .remove(caller.tenant(), locationId)
                .flatMap(removed -> removed ? Mono.empty() : Mono.error(unknown(locationId)));
    }

    private static Problem unknown(String locationId) {
        return Problem.notFound("There is no location " + locationId);
    }
}
