/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.bulk;

import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.CsvBody;
import io.ohmnibus.platform.web.CsvReport;
import io.ohmnibus.platform.web.Problem.Violation;
import io.ohmnibus.platform.web.RequiresPermission;
import io.ohmnibus.station.group.Groups;
import io.ohmnibus.station.location.Location;
import io.ohmnibus.station.location.Locations;
import io.ohmnibus.station.registry.RegistryId;
import io.ohmnibus.station.registry.Stations;
import io.ohmnibus.station.topology.Description;
import io.ohmnibus.station.topology.Evses;
import io.ohmnibus.station.topology.Evses.Described;
import io.ohmnibus.station.topology.Place;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Adds or replaces many locations, groups, EVSEs and connectors; each line stands for itself. */
@RestController
final class RegistryImportResource {

    private final Locations locations;
    private final Groups groups;
    private final Stations stations;
    private final Evses evses;

    RegistryImportResource(Locations locations, Groups groups, Stations stations, Evses evses) {
        this.locations = locations;
        this.groups = groups;
        this.stations = stations;
        this.evses = evses;
    }

    @Operation(
            summary = "Adds or replaces many locations",
            description =
                    "CSV or a JSON array with id, name, address, city, postalCode, country, latitude,"
                            + " longitude, timeZone")
    @PostMapping(
            path = "/locations/import",
            consumes = {"text/csv", MediaType.APPLICATION_JSON_VALUE})
    @RequiresPermission("stations:write")
    Mono<CsvReport> importLocations(Caller caller, @RequestBody CsvBody body) {
        body.requireColumns("id", "name");
        return new RowImport<>(RegistryImportResource::location, Location::id)
                .run(body, batch -> locations.put(caller.tenant(), batch).thenReturn(List.of()));
    }

    private static Location location(CsvBody.Row row, List<Violation> wrong) {
        Location location =
                new Location(
                        row.get("id"),
                        row.get("name"),
                        row.get("address"),
                        row.get("city"),
                        row.get("postalCode"),
                        row.get("country"),
                        degrees(row, "latitude", wrong),
                        degrees(row, "longitude", wrong),
                        row.get("timeZone"));
        wrong.addAll(location.violations());
        return location;
    }

    private static @Nullable BigDecimal degrees(
            CsvBody.Row row, String column, List<Violation> wrong) {
        String text = row.get(column);
        if (text != null && !text.matches("-?[0-9]{1,3}([.][0-9]{1,12})?")) {
            wrong.add(new Violation(column, "is not a number of degrees, such as 52.532"));
            return null;
        }
        return text == null ? null : new BigDecimal(text);
    }

    @Operation(
            summary = "Adds or replaces many groups",
            description = "CSV or a JSON array with id, name")
    @PostMapping(
            path = "/groups/import",
            consumes = {"text/csv", MediaType.APPLICATION_JSON_VALUE})
    @RequiresPermission("stations:write")
    Mono<CsvReport> importGroups(Caller caller, @RequestBody CsvBody body) {
        body.requireColumns("id");
        return new RowImport<>(RegistryImportResource::group, Groups.Named::groupId)
                .run(body, batch -> groups.put(caller.tenant(), batch).thenReturn(List.of()));
    }

    private static Groups.Named group(CsvBody.Row row, List<Violation> wrong) {
        String id = Objects.requireNonNullElse(row.get("id"), "");
        wrong.addAll(RegistryId.violations("id", id));
        return new Groups.Named(id, row.get("name"));
    }

    @Operation(
            summary = "Describes many EVSEs and connectors",
            description =
                    "CSV or a JSON array with stationId, evseId, connectorId (none for the EVSE), name,"
                            + " type, maxPowerW")
    @PostMapping(
            path = "/evses/import",
            consumes = {"text/csv", MediaType.APPLICATION_JSON_VALUE})
    @RequiresPermission("stations:write")
    Mono<CsvReport> importEvses(Caller caller, @RequestBody CsvBody body) {
        body.requireColumns("stationId", "evseId");
        return new RowImport<Described>(
                        (row, wrong) -> evse(caller.tenant(), row, wrong),
                        one -> List.of(one.station(), one.place()))
                .run(body, this::describe);
    }

    private static Described evse(String tenant, CsvBody.Row row, List<Violation> wrong) {
        Integer evse = number(row, "evseId", wrong);
        Integer connector = number(row, "connectorId", wrong);
        List<String> unread = wrong.stream().map(Violation::field).toList();
        Description description =
                new Description(row.get("name"), row.get("type"), number(row, "maxPowerW", wrong));
        Place place = new Place(evse == null ? 0 : evse, connector == null ? 0 : connector);
        description.violations(place).stream()
                .filter(violation -> !unread.contains(violation.field()))
                .forEach(wrong::add);
        return new Described(
                new StationKey(tenant, Objects.requireNonNullElse(row.get("stationId"), "")),
                place,
                description);
    }

    private static @Nullable Integer number(CsvBody.Row row, String column, List<Violation> wrong) {
        String text = row.get(column);
        if (text != null && !text.matches("[0-9]{1,9}")) {
            wrong.add(new Violation(column, "is not a whole number"));
            return null;
        }
        return text == null ? null : Integer.valueOf(text);
    }

    /** Describes those whose station there is, and tells of the others. */
    private Mono<List<RowImport.Refused<Described>>> describe(List<Described> batch) {
        Set<StationKey> wanted = batch.stream().map(Described::station).collect(Collectors.toSet());
        return stations.known(wanted)
                .collect(Collectors.toSet())
                .flatMap(known -> {
                    List<Described> ours = new ArrayList<>();
                    List<RowImport.Refused<Described>> strange = new ArrayList<>();
                    for (Described one : batch) {
                        if (known.contains(one.station())) {
                            ours.add(one);
                        } else {
                            String id = one.station().stationId();
                            strange.add(new RowImport.Refused<>(one, "there is no station " + id));
                        }
                    }
                    return evses.describe(ours).thenReturn(strange);
                });
    }
}
