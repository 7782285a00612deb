/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.unfinished;

import static io.ohmnibus.platform.store.Binds.all;

import io.ohmnibus.contracts.transaction.TransactionAbandoned;
import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The table {@code transactions}; whatever comes of a transaction later sets its state anew. What
 * is long silent began long ago: that is indexed, for it does not change with every event.
 */
@Component
final class PostgresUnfinishedTransactions implements UnfinishedTransactions {

    private record Row(
            String tenant,
            String stationId,
            String transactionId,
            @Nullable Integer evseId,
            @Nullable String supersededBy,
            Instant lastReceivedAt) {

        private Abandoned toAbandoned() {
            return new Abandoned(
                    new StationKey(tenant, stationId),
                    new TransactionAbandoned(transactionId, evseId, supersededBy, lastReceivedAt));
        }
    }

    private final DatabaseClient database;

    PostgresUnfinishedTransactions(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<Abandoned> supersededBy(List<Later> later) {
        return database.sql(
                        """
                        update transactions o set state = 'Abandoned'
                        from unnest(:tenants, :stations, :transactions)
                            as later (tenant, station, transaction)
                          join transactions n on n.tenant = later.tenant
                            and n.station_id = later.station
                            and n.transaction_id = later.transaction
                        where not 'clockSuspicious' = any(n.flags)
                          and o.tenant = later.tenant and o.station_id = later.station
                          and o.transaction_id <> later.transaction
                          and o.state = 'Ongoing' and o.evse_id = n.evse_id
                          and o.last_event_at < n.started_at
                        returning o.tenant, o.station_id, o.transaction_id, o.evse_id,
                          n.transaction_id as superseded_by, o.last_received_at
                        """)
                .bind("tenants", all(later, String.class, one -> one.station().tenant()))
                .bind("stations", all(later, String.class, one -> one.station().stationId()))
                .bind("transactions", all(later, String.class, Later::transactionId))
                .mapProperties(Row.class)
                .all()
                .map(Row::toAbandoned);
    }

    @Override
    public Flux<Abandoned> silentSince(Instant time, int limit) {
        return database.sql(
                        """
                        with silent as (
                          select tenant, station_id, transaction_id from transactions
                          where state = 'Ongoing' and last_received_at < :time
                            and first_received_at < :time
                          order by first_received_at limit :limit for update skip locked)
                        update transactions o set state = 'Abandoned' from silent s
                        where o.tenant = s.tenant and o.station_id = s.station_id
                          and o.transaction_id = s.transaction_id
                        returning o.tenant, o.station_id, o.transaction_id, o.evse_id,
                          cast(null as text) as superseded_by, o.last_received_at
                        """)
                .bind("time", time)
                .bind("limit", limit)
                .mapProperties(Row.class)
                .all()
                .map(Row::toAbandoned);
    }

    @Override
    public Mono<Abandoned> over(StationKey station, String transactionId) {
        return database.sql(
                        """
                        update transactions set state = 'Abandoned'
                        where tenant = :tenant and station_id = :station
                          and transaction_id = :transaction and state = 'Ongoing'
                        returning tenant, station_id, transaction_id, evse_id,
                          cast(null as text) as superseded_by, last_received_at
                        """)
                .bind("tenant", station.tenant())
                .bind("station", station.stationId())
                .bind("transaction", transactionId)
                .mapProperties(Row.class)
                .one()
                .map(Row::toAbandoned);
    }
}
