/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.topology;

import static io.ohmnibus.platform.store.Binds.all;
import static io.ohmnibus.station.store.Columns.nullable;
import static io.ohmnibus.station.store.Columns.optional;
import static io.ohmnibus.station.store.Columns.required;

import io.ohmnibus.platform.ocpp.StationKey;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What operators know of EVSEs and connectors, beside what stations mention. */
@Repository
public final class Evses {

    private final DatabaseClient database;

    Evses(DatabaseClient database) {
        this.database = database;
    }

    /** A place of a station, and when the station mentioned it first; null when it never did. */
    public record Described(
            StationKey station, Place place, Description description, @Nullable Instant seenAt) {

        /** What an operator enters. */
        public Described(StationKey station, Place place, Description description) {
            this(station, place, description, null);
        }
    }

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
                .map(Evses::read)
                .all();
    }

    /** The places of all stations of a tenant in order, beginning after one of them. */
    public Flux<Described> list(String tenant, @Nullable Described after, int limit) {
        return database.sql(
                        """
                        select * from topology where tenant = :tenant
                        and (cast(:station as text) is null
                            or (station_id, evse_id, connector_id) > (:station, :evse, :connector))
                        order by station_id, evse_id, connector_id limit :limit
                        """)
                .bind("tenant", tenant)
                .bind(
                        "station",
                        nullable(after == null ? null : after.station().stationId(), String.class))
                .bind("evse", after == null ? 0 : after.place().evseId())
                .bind("connector", after == null ? 0 : after.place().connectorId())
                .bind("limit", limit)
                .map(Evses::read)
                .all();
    }

    private static Described read(Readable row) {
        return new Described(
                new StationKey(
                        required(row, "tenant", String.class),
                        required(row, "station_id", String.class)),
                new Place(
                        required(row, "evse_id", Integer.class),
                        required(row, "connector_id", Integer.class)),
                new Description(
                        optional(row, "name", String.class),
                        optional(row, "connector_type", String.class),
                        optional(row, "max_power_w", Integer.class)),
                optional(row, "seen_at", Instant.class));
    }

    /**
     * Describes places, each once, known or not; the EVSE of a connector is there then as well. The
     * stations are known.
     */
    public Mono<Void> describe(Collection<Described> places) {
        return places(
                        places,
                        """
                        insert into topology (tenant, station_id, evse_id, connector_id)
                        select distinct tenant, station, evse, 0
                        from unnest(:tenants, :stations, :evses) as p (tenant, station, evse)
                        on conflict do nothing
                        """)
                .then()
                .then(upsert(places));
    }

    private Mono<Void> upsert(Collection<Described> places) {
        return places(
                        places,
                        """
                        insert into topology (tenant, station_id, evse_id, connector_id, name,
                            connector_type, max_power_w)
                        select * from unnest(:tenants, :stations, :evses, :connectors, :names,
                            :types, :powers)
                        on conflict (tenant, station_id, evse_id, connector_id) do update set
                            name = excluded.name, connector_type = excluded.connector_type,
                            max_power_w = excluded.max_power_w
                        """)
                .bind("connectors", all(places, Integer.class, one -> one.place().connectorId()))
                .bind("names", all(places, String.class, one -> one.description().name()))
                .bind("types", all(places, String.class, one -> one.description().type()))
                .bind("powers", all(places, Integer.class, one -> one.description().maxPowerW()))
                .then();
    }

    private GenericExecuteSpec places(Collection<Described> places, String sql) {
        return database.sql(sql)
                .bind("tenants", all(places, String.class, one -> one.station().tenant()))
                .bind("stations", all(places, String.class, one -> one.station().stationId()))
                .bind("evses", all(places, Integer.class, one -> one.place().evseId()));
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
