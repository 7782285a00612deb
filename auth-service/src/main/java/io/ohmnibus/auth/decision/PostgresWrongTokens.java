/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.decision;

import static io.ohmnibus.platform.store.Binds.all;

import io.ohmnibus.platform.ocpp.StationKey;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The table {@code wrong_tokens}. A count begins anew when its time is over. */
@Component
final class PostgresWrongTokens implements WrongTokens {

    private final DatabaseClient database;
    private final DecisionProperties properties;
    private final Clock clock;

    PostgresWrongTokens(DatabaseClient database, DecisionProperties properties, Clock clock) {
        this.database = database;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Mono<Set<Place>> locked(Collection<Place> places) {
        List<Place> asked = places.stream().distinct().toList();
        if (properties.wrongTokens() == 0 || asked.isEmpty()) {
            return Mono.just(Set.of());
        }
        return bind(
                        asked,
                        """
                        select tenant, station_id, type
                        from unnest(:tenants, :stations, :types) as asked (tenant, station_id, type)
                          join wrong_tokens using (tenant, station_id, type)
                        where wrong >= :most and since > :horizon
                        """)
                .map(PostgresWrongTokens::place)
                .all()
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Mono<Set<Place>> count(Collection<Place> places) {
        List<Place> wrong = places.stream().distinct().toList();
        if (properties.wrongTokens() == 0 || wrong.isEmpty()) {
            return Mono.just(Set.of());
        }
        return bind(
                        wrong,
                        """
                        insert into wrong_tokens as known (tenant, station_id, type, since, wrong)
                        select tenant, station_id, type, :now, 1
                        from unnest(:tenants, :stations, :types) as asked (tenant, station_id, type)
                        order by tenant, station_id, type
                        on conflict (tenant, station_id, type) do update set
                          wrong = case when known.since > :horizon then known.wrong + 1 else 1 end,
                          since = case when known.since > :horizon then known.since
                            else excluded.since end
                        returning tenant, station_id, type, wrong = :most as too_many
                        """)
                .bind("now", clock.instant())
                .map(row ->
                        Boolean.TRUE.equals(row.get("too_many", Boolean.class))
                                ? List.of(place(row))
                                : List.<Place>of())
                .all()
                .flatMapIterable(found -> found)
                .collect(Collectors.toUnmodifiableSet());
    }

    private DatabaseClient.GenericExecuteSpec bind(List<Place> places, String sql) {
        return database.sql(sql)
                .bind("tenants", all(places, String.class, place -> place.station().tenant()))
                .bind("stations", all(places, String.class, place -> place.station().stationId()))
                .bind("types", all(places, String.class, Place::type))
                .bind("most", properties.wrongTokens())
                .bind("horizon", clock.instant().minus(properties.wrongWithin()));
    }

    private static Place place(Readable row) {
        return new Place(
                new StationKey(required(row, "tenant"), required(row, "station_id")),
                required(row, "type"));
    }

    private static String required(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
