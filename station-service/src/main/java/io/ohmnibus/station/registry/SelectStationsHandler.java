/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.registry;

import static io.ohmnibus.station.store.Columns.nullable;
import static io.ohmnibus.station.store.Columns.required;

import io.ohmnibus.platform.fleet.StationSelection.SelectStations;
import io.ohmnibus.platform.fleet.StationSelection.SelectedStations;
import io.ohmnibus.platform.fleet.StationSelector;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.query.QueryHandler;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells other services which stations of a tenant a selector means. */
@Component
final class SelectStationsHandler implements QueryHandler<SelectStations, SelectedStations> {

    private final DatabaseClient database;

    SelectStationsHandler(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<SelectedStations> answer(StationKey tenant, SelectStations query) {
        StationSelector selector = query.selector();
        List<String> ids = selector.stationIds();
        var select =
                database.sql(
                        "select s.station_id "
                                + FilterSql.FROM
                                + FilterSql.WHERE
                                + """
                                and (cast(:ids as text[]) is null or s.station_id = any(:ids))
                                and (cast(:after as text) is null or s.station_id > :after)
                                order by s.station_id limit :limit
                                """);
        return FilterSql.bind(select, tenant.tenant(), filter(selector))
                .bind(
                        "ids",
                        nullable(ids == null ? null : ids.toArray(String[]::new), String[].class))
                .bind("after", nullable(query.after(), String.class))
                .bind("limit", query.limit())
                .map(row -> required(row, "station_id", String.class))
                .all()
                .collectList()
                .map(SelectedStations::new);
    }

    private static StationFilter filter(StationSelector selector) {
        return new StationFilter(
                selector.online(),
                selector.vendor(),
                selector.model(),
                selector.firmware(),
                selector.group(),
                selector.location());
    }
}
