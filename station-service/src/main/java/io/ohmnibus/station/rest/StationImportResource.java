/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.rest;

import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.CsvBody;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.platform.web.RequiresPermission;
import io.ohmnibus.station.registry.BootPolicy;
import io.ohmnibus.station.registry.NewStation;
import io.ohmnibus.station.registry.Registration;
import io.ohmnibus.station.rest.ImportReport.ImportedLine;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Registers many stations, from CSV or JSON with id, securityProfile, password, location, groups,
 * notes. Each line stands for itself: what is known is put where the line says, what is not valid
 * is reported, the rest is registered.
 */
@RestController
final class StationImportResource {

    private static final int AT_ONCE = 8;

    private final Registration registration;
    private final Placement placement;

    StationImportResource(Registration registration, Placement placement) {
        this.registration = registration;
        this.placement = placement;
    }

    @Operation(
            summary = "Registers many stations",
            description =
                    "CSV or a JSON array with id, securityProfile, password, location, groups (with"
                            + " semicolons in CSV), notes. With Accept: application/x-ndjson a line of"
                            + " JSON for each as soon as it is done.")
    @PostMapping(
            path = "/stations/import",
            consumes = {"text/csv", MediaType.APPLICATION_JSON_VALUE},
            produces = MediaType.APPLICATION_JSON_VALUE)
    @RequiresPermission("stations:write")
    Mono<ImportReport> importAll(Caller caller, @RequestBody CsvBody body) {
        return lines(caller, body).collectList().map(ImportReport::of);
    }

    /** The same with one line of JSON for each line, as soon as it is done. */
    @PostMapping(
            path = "/stations/import",
            consumes = {"text/csv", MediaType.APPLICATION_JSON_VALUE},
            produces = MediaType.APPLICATION_NDJSON_VALUE)
    @RequiresPermission("stations:write")
    Flux<ImportedLine> importWithProgress(Caller caller, @RequestBody CsvBody body) {
        return lines(caller, body);
    }

    private Flux<ImportedLine> lines(Caller caller, CsvBody body) {
        body.requireColumns("id", "securityProfile");
        return Flux.fromIterable(body.rows())
                .flatMapSequential(row -> line(caller.tenant(), row), AT_ONCE);
    }

    private Mono<ImportedLine> line(String tenant, CsvBody.Row row) {
        NewStation station = station(row);
        StationKey key = new StationKey(tenant, station.stationId());
        Placement.Wanted wanted = Placement.Wanted.of(row);
        return placement
                .check(tenant, wanted)
                .then(Mono.defer(() -> registration.register(tenant, station)))
                .delayUntil(done -> placement.apply(key, wanted))
                .map(done -> result(row, station, "registered", done.generatedPassword()))
                .onErrorResume(
                        problem -> !wanted.nothing() && known(problem),
                        problem ->
                                placement
                                        .apply(key, wanted)
                                        .thenReturn(result(row, station, "updated", null)))
                .onErrorResume(Problem.class, problem -> Mono.just(failed(row, station, problem)));
    }

    private static boolean known(Throwable failure) {
        return failure instanceof Problem problem && problem.getStatusCode() == HttpStatus.CONFLICT;
    }

    private static NewStation station(CsvBody.Row row) {
        String profile = row.get("securityProfile");
        boolean number = profile != null && profile.matches("[0-9]{1,3}");
        return new NewStation(
                Objects.requireNonNullElse(row.get("id"), ""),
                number ? Integer.parseInt(profile) : 0,
                BootPolicy.ACCEPT,
                null,
                row.get("password"));
    }

    private static ImportedLine result(
            CsvBody.Row row, NewStation station, String status, @Nullable String password) {
        return new ImportedLine(row.line(), station.stationId(), status, password, null);
    }

    private static ImportedLine failed(CsvBody.Row row, NewStation station, Problem problem) {
        String message =
                station.violations().stream()
                        .map(wrong -> wrong.field() + " " + wrong.message())
                        .reduce((one, other) -> one + "; " + other)
                        .orElseGet(() -> String.valueOf(problem.getBody().getDetail()));
        return new ImportedLine(
                row.line(),
                station.stationId(),
                known(problem) ? "known" : "failed",
                null,
                message);
    }
}
