/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.asked;

import static io.ohmnibus.station.store.Columns.nullable;

import io.ohmnibus.platform.web.Cursor;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where a report stands in the list of those of its station, the newest first. */
public record ReportPlace(Instant requestedAt, int requestId) {

    /** Goes on with a statement that selects the reports of a station. */
    public static final String NEWEST_FIRST =
            """
             and (cast(:at as timestamptz) is null or (requested_at, request_id) < (:at, :request))
            order by requested_at desc, request_id desc limit :limit
            """;

    /** Binds what {@link #NEWEST_FIRST} needs. */
    public static GenericExecuteSpec bind(
            GenericExecuteSpec select, @Nullable ReportPlace before, int limit) {
        return select.bind(
                        "at", nullable(before == null ? null : before.requestedAt(), Instant.class))
                .bind("request", before == null ? 0 : before.requestId())
                .bind("limit", limit);
    }

    /** Reads a list of reports. */
    public interface Listing<R> {

        /** The newest first, beginning before a report. */
        Flux<R> list(@Nullable ReportPlace before, int limit);
    }

    /** A page of reports, each in the form of REST. */
    public static <R extends AskedReport, V> Mono<Page<V>> page(
            PageRequest request, Listing<R> reports, Function<R, V> view) {
        Cursor cursor = request.cursor();
        ReportPlace before =
                cursor == null
                        ? null
                        : new ReportPlace(cursor.instant(0), Math.toIntExact(cursor.number(1)));
        return reports.list(before, request.fetch())
                .collectList()
                .map((List<R> rows) ->
                        Page.of(rows, request, row -> Cursor.of(row.requestedAt(), row.requestId()))
                                .map(view));
    }
}
