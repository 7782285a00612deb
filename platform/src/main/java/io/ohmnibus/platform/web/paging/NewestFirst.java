/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.web.paging;

import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.web.Cursor;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * What somebody asked of a station, the newest first: rows with the columns {@code requested_at}
 * and {@code id}.
 *
 * @param ofStation selects all rows of {@code :tenant} and {@code :stationId}
 * @param place of a row: when it was requested, and its id
 */
public record NewestFirst<T>(String ofStation, Class<T> type, Function<T, Cursor> place) {

    /** A page of the rows of a station. */
    public Mono<Page<T>> page(DatabaseClient database, StationKey station, PageRequest page) {
        Cursor cursor = page.cursor();
        var select =
                database.sql(
                                ofStation
                                        + (cursor == null
                                                ? ""
                                                : " and (requested_at, id) < (:after, :afterId)")
                                        + " order by requested_at desc, id desc limit :limit")
                        .bindProperties(station)
                        .bind("limit", page.fetch());
        if (cursor != null) {
            select = select.bind("after", cursor.instant(0)).bind("afterId", cursor.uuid(1));
        }
        return select.mapProperties(type)
                .all()
                .collectList()
                .map(rows -> Page.of(rows, page, place));
    }
}
