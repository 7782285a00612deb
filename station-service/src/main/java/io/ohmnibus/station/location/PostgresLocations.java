/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.location;

import static io.ohmnibus.platform.store.Binds.all;
import static io.ohmnibus.station.store.Columns.nullable;
import static io.ohmnibus.station.store.Columns.optional;
import static io.ohmnibus.station.store.Columns.required;

import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
final class PostgresLocations implements Locations {

    private final DatabaseClient database;

    PostgresLocations(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Boolean> put(String tenant, Location location) {
        return upsert(tenant, List.of(location))
                .map(row -> required(row, "fresh", Boolean.class))
                .one();
    }

    @Override
    public Mono<Void> put(String tenant, Collection<Location> locations) {
        return upsert(tenant, locations).then();
    }

    private GenericExecuteSpec upsert(String tenant, Collection<Location> locations) {
        return database.sql(
                        """
                        insert into locations (tenant, location_id, name, address, city,
                            postal_code, country, latitude, longitude, time_zone)
                        select :tenant, * from unnest(:ids, :names, :addresses, :cities,
                            :postalCodes, :countries, :latitudes, :longitudes, :timeZones)
                        on conflict (tenant, location_id) do update set
                            name = excluded.name, address = excluded.address,
                            city = excluded.city, postal_code = excluded.postal_code,
                            country = excluded.country, latitude = excluded.latitude,
                            longitude = excluded.longitude, time_zone = excluded.time_zone
                        returning xmax = 0 as fresh
                        """)
                .bind("tenant", tenant)
                .bind("ids", all(locations, String.class, Location::id))
                .bind("names", all(locations, String.class, Location::name))
                .bind("addresses", all(locations, String.class, Location::address))
                .bind("cities", all(locations, String.class, Location::city))
                .bind("postalCodes", all(locations, String.class, Location::postalCode))
                .bind("countries", all(locations, String.class, Location::country))
                .bind("latitudes", all(locations, BigDecimal.class, Location::latitude))
                .bind("longitudes", all(locations, BigDecimal.class, Location::longitude))
                .bind("timeZones", all(locations, String.class, Location::timeZone));
    }

    @Override
    public Mono<List<String>> unknown(String tenant, Collection<String> locationIds) {
        return database.sql(
                        """
                        select id from unnest(:ids) as id where not exists
                            (select from locations where tenant = :tenant and location_id = id)
                        """)
                .bind("tenant", tenant)
                .bind("ids", locationIds.toArray(String[]::new))
                .map(row -> required(row, "id", String.class))
                .all()
                .collectList();
    }

    @Override
    public Mono<Location> find(String tenant, String locationId) {
        return database.sql("select * from locations where tenant = :tenant and location_id = :id")
                .bind("tenant", tenant)
                .bind("id", locationId)
                .map(PostgresLocations::read)
                .one();
    }

    @Override
    public Flux<Location> list(String tenant, @Nullable String after, int limit) {
        return database.sql(
                        """
                        select * from locations where tenant = :tenant
                        and (cast(:after as text) is null or location_id > :after)
                        order by location_id limit :limit
                        """)
                .bind("tenant", tenant)
                .bind("after", nullable(after, String.class))
                .bind("limit", limit)
                .map(PostgresLocations::read)
                .all();
    }

    @Override
    public Mono<Boolean> remove(String tenant, String locationId) {
        return database.sql("delete from locations where tenant = :tenant and location_id = :id")
                .bind("tenant", tenant)
                .bind("id", locationId)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    private static Location read(Readable row) {
        return new Location(
                required(row, "location_id", String.class),
                required(row, "name", String.class),
                optional(row, "address", String.class),
                optional(row, "city", String.class),
                optional(row, "postal_code", String.class),
                optional(row, "country", String.class),
                optional(row, "latitude", BigDecimal.class),
                optional(row, "longitude", BigDecimal.class),
                optional(row, "time_zone", String.class));
    }
}
