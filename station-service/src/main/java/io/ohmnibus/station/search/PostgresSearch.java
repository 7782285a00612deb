/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.search;

import static io.ohmnibus.station.store.Columns.optional;
import static io.ohmnibus.station.store.Columns.required;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Two statements for a page: the stations, and the values that they were found by. */
@Repository
final class PostgresSearch {

    private final DatabaseClient database;

    PostgresSearch(DatabaseClient database) {
        this.database = database;
    }

    Mono<List<FoundStation>> find(
            String tenant, StationSearch search, @Nullable String after, int limit) {
        return statement(SearchSql.of(tenant, search, after, limit))
                .map(PostgresSearch::station)
                .all()
                .collectList()
                .flatMap(found ->
                        search.all().isEmpty() || found.isEmpty()
                                ? Mono.just(found)
                                : withValues(tenant, search, found));
    }

    private Mono<List<FoundStation>> withValues(
            String tenant, StationSearch search, List<FoundStation> found) {
        List<String> ids = found.stream().map(FoundStation::stationId).toList();
        return statement(SearchSql.values(tenant, search, ids))
                .map(row -> Map.entry(required(row, "station_id", String.class), value(row)))
                .all()
                .collectMultimap(Map.Entry::getKey, Map.Entry::getValue)
                .map(values -> found.stream().map(one -> one.with(of(values, one))).toList());
    }

    private static List<FoundStation.Value> of(
            Map<String, Collection<FoundStation.Value>> values, FoundStation station) {
        return List.copyOf(values.getOrDefault(station.stationId(), List.of()));
    }

    private DatabaseClient.GenericExecuteSpec statement(SearchSql sql) {
        return database.sql(sql.text()).bindValues(sql.parameters());
    }

    private static FoundStation station(Readable row) {
        return new FoundStation(
                required(row, "station_id", String.class),
                optional(row, "vendor_name", String.class),
                optional(row, "model", String.class),
                optional(row, "firmware_version", String.class),
                required(row, "online", Boolean.class),
                List.of());
    }

    private static FoundStation.Value value(Readable row) {
        return new FoundStation.Value(
                required(row, "component", String.class),
                optional(row, "component_instance", String.class),
                optional(row, "evse_id", Integer.class),
                optional(row, "connector_id", Integer.class),
                required(row, "variable", String.class),
                optional(row, "variable_instance", String.class),
                required(row, "type", String.class),
                required(row, "value", String.class));
    }
}
