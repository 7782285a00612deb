/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.unfinished;

import static io.ohmnibus.platform.store.Binds.all;

import io.ohmnibus.transaction.unfinished.TransactionChecks.Asked;
import io.ohmnibus.transaction.unfinished.TransactionChecks.Round;
import java.time.Instant;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
final class PostgresReconnections implements Reconnections {

    private final DatabaseClient database;

    PostgresReconnections(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> opened(List<Connection> connections) {
        return database.sql(
                        """
                        insert into reconnected_stations as known
                          (tenant, station_id, connection_id, epoch, connected_at)
                        select c.* from unnest(:tenants, :stations, :ids, :epochs, :times)
                            as c (tenant, station, id, epoch, connected_at)
                        where exists (select from transactions t
                          where t.tenant = c.tenant and t.station_id = c.station
                            and t.state = 'Ongoing' and t.last_received_at < c.connected_at)
                        on conflict (tenant, station_id) do update set
                          connection_id = excluded.connection_id, epoch = excluded.epoch,
                          connected_at = excluded.connected_at
                        where known.epoch < excluded.epoch
                        """)
                .bind("tenants", all(connections, String.class, one -> one.station().tenant()))
                .bind("stations", all(connections, String.class, one -> one.station().stationId()))
                .bind("ids", all(connections, String.class, Connection::connectionId))
                .bind("epochs", all(connections, Long.class, Connection::epoch))
                .bind("times", all(connections, Instant.class, Connection::at))
                .then();
    }

    @Override
    public Mono<Void> ended(List<Connection> connections) {
        return database.sql(
                        """
                        delete from reconnected_stations known
                        using unnest(:tenants, :stations, :ids) as c (tenant, station, id)
                        where known.tenant = c.tenant and known.station_id = c.station
                          and known.connection_id = c.id
                        """)
                .bind("tenants", all(connections, String.class, one -> one.station().tenant()))
                .bind("stations", all(connections, String.class, one -> one.station().stationId()))
                .bind("ids", all(connections, String.class, Connection::connectionId))
                .then();
    }

    @Override
    public Flux<Asked> claim(Instant connectedBefore, Round round, int stations) {
        return database.sql(
                        """
                        with settled as (
                          select tenant, station_id from reconnected_stations
                          where connected_at < :before
                          order by connected_at limit :limit for update skip locked),
                        back as (
                          delete from reconnected_stations r using settled s
                          where r.tenant = s.tenant and r.station_id = s.station_id
                          returning r.tenant, r.station_id, r.connected_at),
                        due as (
                          select t.tenant, t.station_id, t.transaction_id
                          from back b join transactions t using (tenant, station_id)
                            left join transaction_checks c
                              using (tenant, station_id, transaction_id)
                          where t.state = 'Ongoing' and t.last_received_at < b.connected_at
                            and coalesce(c.asked_at < b.connected_at, true))
                        """
                                + PostgresTransactionChecks.CLAIM)
                .bind("before", connectedBefore)
                .bind("limit", stations)
                .bind("now", round.now())
                .bind("next", round.next())
                .mapProperties(PostgresTransactionChecks.Row.class)
                .all()
                .map(PostgresTransactionChecks.Row::toAsked);
    }
}
