/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.bulk;

import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.CsvBody;
import io.ohmnibus.platform.web.RequiresPermission;
import io.ohmnibus.station.bulk.ImportReport.ImportedLine;
import io.swagger.v3.oas.annotations.Operation;
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

    private final StationImport stations;

    StationImportResource(StationImport stations) {
        this.stations = stations;
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
    @Operation(summary = "Registers many stations, and tells each line as soon as it is done")
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
        return stations.run(caller.tenant(), body.rows());
    }
}
