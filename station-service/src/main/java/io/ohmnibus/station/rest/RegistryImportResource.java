/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.rest;

import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.CsvBody;
import io.ohmnibus.platform.web.CsvReport;
import io.ohmnibus.platform.web.CsvReport.LineError;
import io.ohmnibus.platform.web.Problem.Violation;
import io.ohmnibus.platform.web.RequiresPermission;
import io.ohmnibus.station.group.Groups;
import io.ohmnibus.station.location.Location;
import io.ohmnibus.station.location.Locations;
import io.ohmnibus.station.registry.RegistryId;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Adds or replaces many locations or groups; each line stands for itself. */
@RestController
final class RegistryImportResource {

    private final Locations locations;
    private final Groups groups;

    RegistryImportResource(Locations locations, Groups groups) {
        this.locations = locations;
        this.groups = groups;
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
        return report(body, (row, wrong) -> location(caller.tenant(), row, wrong));
    }

    private Mono<Boolean> location(String tenant, CsvBody.Row row, List<Violation> wrong) {
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
        return locations.put(tenant, location);
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
        return report(
                body,
                (row, wrong) -> {
                    String id = Objects.requireNonNullElse(row.get("id"), "");
                    wrong.addAll(RegistryId.violations("id", id));
                    return groups.put(caller.tenant(), id, row.get("name"));
                });
    }

    /** Stores each line that has no violation, one after the other. */
    private static Mono<CsvReport> report(
            CsvBody body, BiFunction<CsvBody.Row, List<Violation>, Mono<Boolean>> store) {
        return Flux.fromIterable(body.rows())
                .concatMap(row -> {
                    List<Violation> wrong = new ArrayList<>();
                    Mono<Boolean> stored = store.apply(row, wrong);
                    return wrong.isEmpty()
                            ? stored.then(Mono.<LineError>empty())
                            : Mono.just(new LineError(row.line(), text(wrong)));
                })
                .collectList()
                .map(errors -> new CsvReport(body.rows().size() - errors.size(), errors));
    }

    private static String text(List<Violation> wrong) {
        return wrong.stream()
                .map(violation -> violation.field() + " " + violation.message())
                .distinct()
                .collect(Collectors.joining("; "));
    }
}
