/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.rest;

import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.CsvBody;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.platform.web.RequiresPermission;
import io.ohmnibus.station.registry.BootPolicy;
import io.ohmnibus.station.registry.NewStation;
import io.ohmnibus.station.registry.Registration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Registers many stations from CSV with the columns id, securityProfile, password. Each line stands
 * for itself: what is known or not valid is reported, the rest is registered.
 */
@RestController
final class StationImportResource {

    private static final int AT_ONCE = 8;

    private final Registration registration;

    StationImportResource(Registration registration) {
        this.registration = registration;
    }

    /**
     * What became of a line.
     *
     * @param status registered, known or failed
     * @param password the one that was generated; it cannot be read again
     */
    record ImportedLine(
            long line,
            String stationId,
            String status,
            @Nullable String password,
            @Nullable String message) {

        /** Without the password. */
        @Override
        public String toString() {
            return "ImportedLine[" + line + ", " + stationId + ", " + status + "]";
        }
    }

    /** The lines that were not taken, and the passwords that were generated. */
    record ImportReport(
            int imported, int known, List<ImportedLine> errors, List<ImportedLine> generated) {

        static ImportReport of(List<ImportedLine> lines) {
            int imported = 0;
            int known = 0;
            List<ImportedLine> errors = new ArrayList<>();
            List<ImportedLine> generated = new ArrayList<>();
            for (ImportedLine line : lines) {
                switch (line.status()) {
                    case "registered" -> imported++;
                    case "known" -> known++;
                    default -> errors.add(line);
                }
                if (line.password() != null) {
                    generated.add(line);
                }
            }
            return new ImportReport(imported, known, errors, generated);
        }
    }

    @PostMapping(
            path = "/stations/import",
            consumes = "text/csv",
            produces = MediaType.APPLICATION_JSON_VALUE)
    @RequiresPermission("stations:write")
    Mono<ImportReport> importAll(Caller caller, @RequestBody CsvBody body) {
        return lines(caller, body).collectList().map(ImportReport::of);
    }

    /** The same with one line of JSON for each line, as soon as it is done. */
    @PostMapping(
            path = "/stations/import",
            consumes = "text/csv",
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
        return registration
                .register(tenant, station)
                .map(done ->
                        new ImportedLine(
                                row.line(),
                                station.stationId(),
                                "registered",
                                done.generatedPassword(),
                                null))
                .onErrorResume(Problem.class, problem -> Mono.just(failed(row, station, problem)));
    }

    private static NewStation station(CsvBody.Row row) {
        String id = row.get("id");
        String profile = row.get("securityProfile");
        boolean number = profile != null && profile.matches("[0-9]{1,3}");
        return new NewStation(
                id == null ? "" : id,
                number ? Integer.parseInt(profile) : 0,
                BootPolicy.ACCEPT,
                null,
                row.get("password"));
    }

    private static ImportedLine failed(CsvBody.Row row, NewStation station, Problem problem) {
        boolean known = problem.getStatusCode() == HttpStatus.CONFLICT;
        String message =
                station.violations().stream()
                        .map(wrong -> wrong.field() + " " + wrong.message())
                        .reduce((one, other) -> one + "; " + other)
                        .orElseGet(() -> String.valueOf(problem.getBody().getDetail()));
        return new ImportedLine(
                row.line(), station.stationId(), known ? "known" : "failed", null, message);
    }
}
