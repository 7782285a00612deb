/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.rest;

import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.web.CsvBody;
import io.ohmnibus.platform.web.CsvText;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.station.group.Groups;
import io.ohmnibus.station.location.Locations;
import io.ohmnibus.station.registry.StationChange;
import io.ohmnibus.station.registry.Stations;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Where the line of an import puts its station: location, groups and notes. */
@Component
final class Placement {

    private final Stations stations;
    private final Locations locations;
    private final Groups groups;

    Placement(Stations stations, Locations locations, Groups groups) {
        this.stations = stations;
        this.locations = locations;
        this.groups = groups;
    }

    /** Null stands for a column that has no text: what is known stays. */
    record Wanted(
            @Nullable String location, @Nullable List<String> groups, @Nullable String notes) {

        static Wanted of(CsvBody.Row row) {
            String groups = row.get("groups");
            return new Wanted(
                    row.get("location"),
                    groups == null ? null : CsvText.list(groups),
                    row.get("notes"));
        }

        boolean nothing() {
            return location == null && groups == null && notes == null;
        }
    }

    /** Completes when location and groups are known; otherwise 400 that says which is not. */
    Mono<Void> check(String tenant, Wanted wanted) {
        String location = wanted.location();
        Mono<Void> known =
                location == null
                        ? Mono.empty()
                        : locations
                                .find(tenant, location)
                                .switchIfEmpty(
                                        Mono.error(() ->
                                                Problem.badRequest(
                                                        "there is no location " + location)))
                                .then();
        List<String> wantedGroups = wanted.groups();
        return wantedGroups == null
                ? known
                : known.then(groups.unknown(tenant, wantedGroups))
                        .filter(unknown -> !unknown.isEmpty())
                        .flatMap(unknown ->
                                Mono.error(
                                        Problem.badRequest(
                                                "there is no group "
                                                        + String.join(", ", unknown))));
    }

    /** Puts a station that is known where it is wanted; otherwise 409. */
    Mono<Void> apply(StationKey station, Wanted wanted) {
        List<String> wantedGroups = wanted.groups();
        Mono<Void> grouped =
                wantedGroups == null ? Mono.empty() : groups.assign(station, wantedGroups);
        return stations.change(station, new StationChange(null, wanted.notes(), wanted.location()))
                .filter(changed -> changed)
                .switchIfEmpty(Mono.error(() -> beingRegistered(station)))
                .then(grouped);
    }

    private static Problem beingRegistered(StationKey station) {
        return Problem.conflict("Station " + station.stationId() + " is just being registered");
    }
}
