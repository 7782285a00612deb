/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.bulk;

import io.ohmnibus.platform.web.CsvBody;
import io.ohmnibus.platform.web.CsvReport;
import io.ohmnibus.platform.web.CsvReport.LineError;
import io.ohmnibus.platform.web.Problem.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads rows and stores those that have no violation, many at a time.
 *
 * @param read what a row says; adds what is wrong with it
 * @param id what is stored once for each
 */
record RowImport<T>(BiFunction<CsvBody.Row, List<Violation>, T> read, Function<T, Object> id) {

    /** Something that the store did not take. */
    record Refused<T>(T item, String why) {}

    private record Line<T>(long number, T item) {}

    /** What became of the rows; {@code store} tells what it refuses of a batch. */
    Mono<CsvReport> run(CsvBody body, Function<List<T>, Mono<List<Refused<T>>>> store) {
        List<Line<T>> valid = new ArrayList<>();
        List<LineError> errors = new ArrayList<>();
        for (CsvBody.Row row : body.rows()) {
            List<Violation> wrong = new ArrayList<>();
            T item = read.apply(row, wrong);
            if (wrong.isEmpty()) {
                valid.add(new Line<>(row.line(), item));
            } else {
                errors.add(new LineError(row.line(), text(wrong)));
            }
        }
        return Flux.fromIterable(Batches.of(valid, line -> id.apply(line.item())))
                .concatMap(batch -> refused(batch, store))
                .collectList()
                .map(refused -> {
                    errors.addAll(refused);
                    errors.sort(Comparator.comparingLong(LineError::line));
                    return new CsvReport(body.rows().size() - errors.size(), errors);
                });
    }

    private static <T> Flux<LineError> refused(
            List<Line<T>> batch, Function<List<T>, Mono<List<Refused<T>>>> store) {
        return store.apply(batch.stream().map(Line::item).toList())
                .flatMapIterable(refused -> refused)
                .concatMapIterable(refused ->
                        batch.stream()
                                .filter(line -> line.item().equals(refused.item()))
                                .map(line -> new LineError(line.number(), refused.why()))
                                .toList());
    }

    private static String text(List<Violation> wrong) {
        return wrong.stream()
                .map(violation -> violation.field() + " " + violation.message())
                .distinct()
                .collect(Collectors.joining("; "));
    }
}
