/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.bulk;

import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.CsvText;
import io.ohmnibus.platform.web.RequiresPermission;
import io.ohmnibus.station.group.Group;
import io.ohmnibus.station.group.Groups;
import io.ohmnibus.station.location.Location;
import io.ohmnibus.station.location.Locations;
import io.ohmnibus.station.registry.BootInfo;
import io.ohmnibus.station.registry.RegisteredStation;
import io.ohmnibus.station.registry.StationFilter;
import io.ohmnibus.station.registry.Stations;
import io.ohmnibus.station.topology.Evses;
import io.ohmnibus.station.topology.Evses.Described;
import io.ohmnibus.station.topology.Place;
import io.swagger.v3.oas.annotations.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/**
 * The whole register in the form that the imports read: CSV or JSON, as the request accepts. Read
 * in parts, so that a slow reader holds no connection of the database.
 */
@RestController
final class ExportResource {

    private static final int PART = 500;
    private static final String CSV = "text/csv";

    private static final List<String> STATION =
            List.of(
                    "id",
                    "securityProfile",
                    "location",
                    "groups",
                    "notes",
                    "vendor",
                    "model",
                    "serialNumber",
                    "firmware");
    private static final List<String> LOCATION =
            List.of(
                    "id",
                    "name",
                    "address",
                    "city",
                    "postalCode",
                    "country",
                    "latitude",
                    "longitude",
                    "timeZone");
    private static final List<String> GROUP = List.of("id", "name");
    private static final List<String> EVSE =
            List.of("stationId", "evseId", "connectorId", "name", "type", "maxPowerW");

    private final Stations stations;
    private final Locations locations;
    private final Groups groups;
    private final Evses evses;

    ExportResource(Stations stations, Locations locations, Groups groups, Evses evses) {
        this.stations = stations;
        this.locations = locations;
        this.groups = groups;
        this.evses = evses;
    }

    @Operation(summary = "All stations; passwords are known to nobody")
    @GetMapping(path = "/export/stations", produces = MediaType.APPLICATION_JSON_VALUE)
    @RequiresPermission("stations:read")
    Flux<Map<String, Object>> stations(Caller caller, @ParameterObject StationFilter filter) {
        return ExportResource.<RegisteredStation, String>all(
                        after -> stations.list(caller.tenant(), filter, after, PART),
                        station -> station.key().stationId())
                .map(ExportResource::row);
    }

    @Operation(summary = "All stations, in the form of the import")
    @GetMapping(path = "/export/stations", produces = CSV)
    @RequiresPermission("stations:read")
    Flux<String> stationsAsCsv(Caller caller, @ParameterObject StationFilter filter) {
        return CsvText.of(STATION, stations(caller, filter));
    }

    @Operation(summary = "All locations")
    @GetMapping(path = "/export/locations", produces = MediaType.APPLICATION_JSON_VALUE)
    @RequiresPermission("stations:read")
    Flux<Map<String, Object>> locations(Caller caller) {
        return ExportResource.<Location, String>all(
                        after -> locations.list(caller.tenant(), after, PART), Location::id)
                .map(ExportResource::row);
    }

    @GetMapping(path = "/export/locations", produces = CSV)
    @RequiresPermission("stations:read")
    Flux<String> locationsAsCsv(Caller caller) {
        return CsvText.of(LOCATION, locations(caller));
    }

    @Operation(summary = "All groups; who is in them is told with the stations")
    @GetMapping(path = "/export/groups", produces = MediaType.APPLICATION_JSON_VALUE)
    @RequiresPermission("stations:read")
    Flux<Map<String, Object>> groups(Caller caller) {
        return ExportResource.<Group, String>all(
                        after -> groups.list(caller.tenant(), after, PART), Group::groupId)
                .map(group -> row(GROUP, group.groupId(), group.name()));
    }

    @GetMapping(path = "/export/groups", produces = CSV)
    @RequiresPermission("stations:read")
    Flux<String> groupsAsCsv(Caller caller) {
        return CsvText.of(GROUP, groups(caller));
    }

    @Operation(summary = "All EVSEs and connectors")
    @GetMapping(path = "/export/evses", produces = MediaType.APPLICATION_JSON_VALUE)
    @RequiresPermission("stations:read")
    Flux<Map<String, Object>> evses(Caller caller) {
        return ExportResource.<Described, Described>all(
                        after -> evses.list(caller.tenant(), after, PART), one -> one)
                .map(ExportResource::row);
    }

    @GetMapping(path = "/export/evses", produces = CSV)
    @RequiresPermission("stations:read")
    Flux<String> evsesAsCsv(Caller caller) {
        return CsvText.of(EVSE, evses(caller));
    }

    private static <T, I> Flux<T> all(Function<@Nullable I, Flux<T>> part, Function<T, I> id) {
        return part.apply(null)
                .collectList()
                .expand(rows ->
                        rows.size() < PART
                                ? Flux.empty()
                                : part.apply(id.apply(rows.getLast())).collectList())
                .concatMapIterable(rows -> rows);
    }

    private static Map<String, Object> row(RegisteredStation station) {
        BootInfo boot = station.boot();
        BootInfo.Hardware hardware = boot == null ? null : boot.hardware();
        return row(
                STATION,
                station.key().stationId(),
                station.securityProfile(),
                station.grouping().locationId(),
                station.grouping().groups(),
                station.notes(),
                hardware == null ? null : hardware.vendorName(),
                hardware == null ? null : hardware.model(),
                hardware == null ? null : hardware.serialNumber(),
                hardware == null ? null : hardware.firmwareVersion());
    }

    private static Map<String, Object> row(Described one) {
        Place place = one.place();
        return row(
                EVSE,
                one.station().stationId(),
                place.evseId(),
                place.connector() ? place.connectorId() : null,
                one.description().name(),
                one.description().type(),
                one.description().maxPowerW());
    }

    private static Map<String, Object> row(Location location) {
        return row(
                LOCATION,
                location.id(),
                location.name(),
                location.address(),
                location.city(),
                location.postalCode(),
                location.country(),
                location.latitude(),
                location.longitude(),
                location.timeZone());
    }

    private static Map<String, Object> row(List<String> columns, @Nullable Object... values) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value != null) {
                row.put(columns.get(i), value);
            }
        }
        return row;
    }
}
