/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.bulk;

import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.web.CsvBody;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.station.bulk.ImportReport.ImportedLine;
import io.ohmnibus.station.registration.NewStation;
import io.ohmnibus.station.registration.Registered;
import io.ohmnibus.station.registration.Registration;
import io.ohmnibus.station.registry.BootPolicy;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Registers and places the stations of many lines. A batch is looked at, registered and placed
 * together; each line is told what became of it.
 */
@Component
final class StationImport {

    private static final Logger log = LoggerFactory.getLogger(StationImport.class);

    private final Registration registration;
    private final Placement placement;

    StationImport(Registration registration, Placement placement) {
        this.registration = registration;
        this.placement = placement;
    }

    /** A line as it is understood. */
    private record Line(CsvBody.Row row, NewStation station, Placement.Wanted wanted) {

        static Line of(CsvBody.Row row) {
            String profile = row.get("securityProfile");
            boolean number = profile != null && profile.matches("[0-9]{1,3}");
            NewStation station =
                    new NewStation(
                            Objects.requireNonNullElse(row.get("id"), ""),
                            number ? Integer.parseInt(profile) : 0,
                            BootPolicy.ACCEPT,
                            null,
                            row.get("password"));
            return new Line(row, station, Placement.Wanted.of(row));
        }

        StationKey key(String tenant) {
            return new StationKey(tenant, station.stationId());
        }

        Optional<String> objection(Placement.Unknown unknown) {
            return station.violations().stream()
                    .map(wrong -> wrong.field() + " " + wrong.message())
                    .reduce((one, other) -> one + "; " + other)
                    .or(() -> unknown.objection(wanted));
        }

        ImportedLine failed(String why) {
            return new ImportedLine(row.line(), station.stationId(), "failed", null, why);
        }
    }

    /** What became of the stations of a batch. */
    private record Done(Map<StationKey, Registered> registered, Set<StationKey> placed) {

        ImportedLine of(Line line, StationKey key) {
            Registered fresh = registered.get(key);
            boolean elsewhere = !line.wanted().nothing();
            if (fresh != null) {
                return new ImportedLine(
                        line.row().line(),
                        key.stationId(),
                        "registered",
                        fresh.generatedPassword(),
                        elsewhere && !placed.contains(key)
                                ? "is registered, but not put where it is wanted; import it again"
                                : null);
            }
            boolean updated = elsewhere && placed.contains(key);
            return new ImportedLine(
                    line.row().line(),
                    key.stationId(),
                    updated ? "updated" : "known",
                    null,
                    updated ? null : "is registered already, or just being registered");
        }
    }

    /** What became of each row, in order. */
    Flux<ImportedLine> run(String tenant, List<CsvBody.Row> rows) {
        List<Line> lines = rows.stream().map(Line::of).toList();
        return Flux.fromIterable(Batches.of(lines, line -> line.station().stationId()))
                .concatMap(batch -> batch(tenant, batch));
    }

    private Flux<ImportedLine> batch(String tenant, List<Line> lines) {
        return placement
                .unknown(tenant, lines.stream().map(Line::wanted).toList())
                .flatMapMany(unknown -> {
                    List<Line> valid = matching(lines, line -> line.objection(unknown).isEmpty());
                    return store(tenant, valid)
                            .map(done -> tell(tenant, lines, unknown, done))
                            .onErrorResume(
                                    Problem.class,
                                    problem -> Mono.just(refused(lines, unknown, problem)))
                            .flatMapIterable(told -> told);
                });
    }

    private static List<Line> matching(List<Line> lines, Predicate<Line> which) {
        return lines.stream().filter(which).toList();
    }

    private Mono<Done> store(String tenant, List<Line> valid) {
        Map<StationKey, Placement.Wanted> wanted =
                matching(valid, line -> !line.wanted().nothing()).stream()
                        .collect(Collectors.toMap(line -> line.key(tenant), Line::wanted));
        return registration
                .register(tenant, valid.stream().map(Line::station).toList())
                .flatMap(registered ->
                        place(tenant, wanted).map(placed -> new Done(registered, placed)));
    }

    /** Generated passwords are told whatever happens here. */
    private Mono<Set<StationKey>> place(String tenant, Map<StationKey, Placement.Wanted> wanted) {
        return placement
                .apply(tenant, wanted)
                .onErrorResume(
                        DataAccessException.class,
                        failure -> {
                            log.warn("Stations of {} could not be placed", tenant, failure);
                            return Mono.just(Set.of());
                        });
    }

    private static List<ImportedLine> tell(
            String tenant, List<Line> lines, Placement.Unknown unknown, Done done) {
        return lines.stream()
                .map(line ->
                        line.objection(unknown)
                                .map(line::failed)
                                .orElseGet(() -> done.of(line, line.key(tenant))))
                .toList();
    }

    private static List<ImportedLine> refused(
            List<Line> lines, Placement.Unknown unknown, Problem problem) {
        String why = String.valueOf(problem.getBody().getDetail());
        return lines.stream()
                .map(line -> line.failed(line.objection(unknown).orElse(why)))
                .toList();
    }
}
