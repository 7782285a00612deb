/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.bulk;

import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.web.CsvBody;
import io.ohmnibus.platform.web.CsvText;
import io.ohmnibus.station.group.Groups;
import io.ohmnibus.station.location.Locations;
import io.ohmnibus.station.registry.Stations;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Where lines of an import put their stations: location, groups and notes. */
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

        private List<String> someGroups() {
            return groups == null ? List.of() : groups;
        }
    }

    /** Locations and groups that there are not. */
    record Unknown(Set<String> locations, Set<String> groups) {

        /** Why a line cannot be taken. */
        Optional<String> objection(Wanted wanted) {
            if (wanted.location() != null && locations.contains(wanted.location())) {
                return Optional.of("there is no location " + wanted.location());
            }
            String missing =
                    wanted.someGroups().stream()
                            .filter(groups::contains)
                            .collect(Collectors.joining(", "));
            return missing.isEmpty()
                    ? Optional.empty()
                    : Optional.of("there is no group " + missing);
        }
    }

    /** Which of the wanted locations and groups there are not. */
    Mono<Unknown> unknown(String tenant, Collection<Wanted> wanted) {
        List<String> places =
                wanted.stream().map(Wanted::location).filter(Objects::nonNull).distinct().toList();
        List<String> named =
                wanted.stream().flatMap(one -> one.someGroups().stream()).distinct().toList();
        return Mono.zip(locations.unknown(tenant, places), groups.unknown(tenant, named))
                .map(both -> new Unknown(new HashSet<>(both.getT1()), new HashSet<>(both.getT2())));
    }

    /** Puts stations where they are wanted, and tells which: not those that are unknown. */
    Mono<Set<StationKey>> apply(String tenant, Map<StationKey, Wanted> wanted) {
        return stations.place(
                        wanted.entrySet().stream()
                                .map(one ->
                                        new Stations.Placed(
                                                one.getKey(),
                                                one.getValue().location(),
                                                one.getValue().notes()))
                                .toList())
                .collect(Collectors.toSet())
                .delayUntil(placed -> groups.assign(tenant, groupsOf(wanted, placed)));
    }

    private static Map<String, List<String>> groupsOf(
            Map<StationKey, Wanted> wanted, Set<StationKey> placed) {
        return wanted.entrySet().stream()
                .filter(one -> placed.contains(one.getKey()) && one.getValue().groups() != null)
                .collect(
                        Collectors.toMap(
                                one -> one.getKey().stationId(),
                                one -> one.getValue().someGroups()));
    }
}
