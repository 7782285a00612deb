/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.topology;

import static io.ohmnibus.station.store.Columns.nullable;
import static io.ohmnibus.station.store.Columns.optional;
import static io.ohmnibus.station.store.Columns.required;

import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What operators know of EVSEs and connectors, beside what stations mention. */
@Repository
final class Evses {

    private final DatabaseClient database;

    Evses(DatabaseClient database) {
        this.database = database;
    }

    /**
     * An EVSE or a connector as the operator describes it.
     *
     * @param name what is written on it
     * @param type of a connector, such as cType2
     */
    record Description(@Nullable String name, @Nullable String type, @Nullable Integer maxPowerW) {}

    /** The same with its place, and when the station mentioned it first; null when it never did. */
    record Described(Place place, Description description, @Nullable Instant seenAt) {}

    private GenericExecuteSpec of(StationKey station, String sql) {
        return database.sql(sql)
                .bind("tenant", station.tenant())
                .bind("station", station.stationId());
    }

    /** All places of a station in order. */
    Flux<Described> list(StationKey station) {
        return of(
                        station,
                        """
                        select * from topology where tenant = :tenant and station_id = :station
                        order by evse_id, connector_id
                        """)
                .map(row ->
                        new Described(
                                new Place(
                                        required(row, "evse_id", Integer.class),
                                        required(row, "connector_id", Integer.class)),
                                new Description(
                                        optional(row, "name", String.class),
                                        optional(row, "connector_type", String.class),
                                        optional(row, "max_power_w", Integer.class)),
                                optional(row, "seen_at", Instant.class)))
                .all();
    }

    /** Describes a place, known or not; the EVSE of a connector is there then as well. */
    Mono<Void> describe(StationKey station, Place place, Description description) {
        return of(
                        station,
                        """
                        with evse as (insert into topology (tenant, station_id, evse_id, connector_id)
                            select :tenant, :station, :evse, 0 where :connector > 0
                            on conflict do nothing)
                        insert into topology (tenant, station_id, evse_id, connector_id, name,
                            connector_type, max_power_w)
                        values (:tenant, :station, :evse, :connector, :name, :type, :power)
                        on conflict (tenant, station_id, evse_id, connector_id) do update set
                            name = excluded.name, connector_type = excluded.connector_type,
                            max_power_w = excluded.max_power_w
                        """)
                .bind("evse", place.evseId())
                .bind("connector", place.connectorId())
                .bind("name", nullable(description.name(), String.class))
                .bind("type", nullable(description.type(), String.class))
                .bind("power", nullable(description.maxPowerW(), Integer.class))
                .then();
    }

    /** Forgets a place, an EVSE with its connectors; false when there is none. */
    Mono<Boolean> forget(StationKey station, Place place) {
        return of(
                        station,
                        """
                        delete from topology where tenant = :tenant and station_id = :station
                        and evse_id = :evse and (:connector = 0 or connector_id = :connector)
                        """)
                .bind("evse", place.evseId())
                .bind("connector", place.connectorId())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }
}
