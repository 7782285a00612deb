/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.unfinished;

import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.store.Binds;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
final class PostgresTransactionChecks implements TransactionChecks {

    /** Messages that are missing for longer are not expected from a station any more. */
    private static final Duration GAPS_HEAL_WITHIN = Duration.ofDays(7);

    /** Claims what is {@code due}; ends a statement that begins with it. */
    static final String CLAIM =
            """
            insert into transaction_checks as known
              (tenant, station_id, transaction_id, asked_at, next_at)
            select tenant, station_id, transaction_id, :now, :next from due
            on conflict (tenant, station_id, transaction_id) do update set
              asked_at = excluded.asked_at, next_at = excluded.next_at
            returning tenant, station_id, transaction_id
            """;

    /** What {@link #CLAIM} returns. */
    record Row(String tenant, String stationId, String transactionId) {

        Asked toAsked() {
            return new Asked(new StationKey(tenant, stationId), transactionId);
        }
    }

    private final DatabaseClient database;

    PostgresTransactionChecks(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<Asked> claim(Instant silentSince, Round round, int limit) {
        return claimed(
                database.sql(
                                """
                                with due as (
                                  (select t.tenant, t.station_id, t.transaction_id
                                  from transactions t
                                  where t.state = 'Ongoing' and t.last_received_at < :silent
                                    and t.first_received_at < :silent
                                    and not exists (select from transaction_checks c
                                      where c.tenant = t.tenant and c.station_id = t.station_id
                                        and c.transaction_id = t.transaction_id)
                                  limit :limit)
                                  union
                                  (select t.tenant, t.station_id, t.transaction_id
                                  from transactions t
                                  where t.state = 'Ended' and t.gaps <> ''
                                    and t.last_received_at < :silent
                                    and t.ended_received_at > :healing
                                    and not exists (select from transaction_checks c
                                      where c.tenant = t.tenant and c.station_id = t.station_id
                                        and c.transaction_id = t.transaction_id)
                                  limit :limit)
                                  union
                                  (select c.tenant, c.station_id, c.transaction_id
                                  from transaction_checks c join transactions t
                                    using (tenant, station_id, transaction_id)
                                  where c.next_at < :now and (t.state = 'Ongoing'
                                    or (t.state = 'Ended' and t.gaps <> ''))
                                  limit :limit))
                                """
                                        + CLAIM)
                        .bind("silent", silentSince)
                        .bind("healing", silentSince.minus(GAPS_HEAL_WITHIN))
                        .bind("limit", limit),
                round);
    }

    @Override
    public Flux<Asked> claim(StationKey station, Instant silentSince, Round round) {
        return claimed(
                of(
                                """
                                with due as (
                                  select tenant, station_id, transaction_id from transactions
                                  where tenant = :tenant and station_id = :station
                                    and state = 'Ongoing' and last_received_at < :silent)
                                """
                                        + CLAIM,
                                station)
                        .bind("silent", silentSince),
                round);
    }

    private static Flux<Asked> claimed(GenericExecuteSpec sql, Round round) {
        return sql.bind("now", round.now())
                .bind("next", round.next())
                .mapProperties(Row.class)
                .all()
                .map(Row::toAsked);
    }

    @Override
    public Mono<Void> answered(StationKey station, Check check) {
        GenericExecuteSpec sql =
                of(
                                """
                                insert into transaction_checks (tenant, station_id, transaction_id,
                                  asked_at, ongoing, messages_in_queue, answered_at, next_at)
                                values (:tenant, :station, :transaction, :asked, :ongoing, :queue,
                                  :answered, :next)
                                on conflict (tenant, station_id, transaction_id) do update set
                                  ongoing = excluded.ongoing, next_at = excluded.next_at,
                                  messages_in_queue = excluded.messages_in_queue,
                                  answered_at = excluded.answered_at
                                """,
                                station)
                        .bind("transaction", check.transactionId())
                        .bind("asked", check.askedAt());
        sql = Binds.bind(sql, "ongoing", check.ongoing(), Boolean.class);
        sql = Binds.bind(sql, "queue", check.messagesInQueue(), Boolean.class);
        sql = Binds.bind(sql, "answered", check.answeredAt(), Instant.class);
        return Binds.bind(sql, "next", check.nextAt(), Instant.class).then();
    }

    @Override
    public Flux<Check> list(StationKey station, @Nullable String after, int limit) {
        GenericExecuteSpec sql =
                of(
                                """
                                select transaction_id, asked_at, ongoing, messages_in_queue,
                                  answered_at, next_at
                                from transaction_checks
                                where tenant = :tenant and station_id = :station
                                  and (cast(:after as text) is null or transaction_id > :after)
                                order by transaction_id limit :limit
                                """,
                                station)
                        .bind("limit", limit);
        return Binds.bind(sql, "after", after, String.class).mapProperties(Check.class).all();
    }

    private GenericExecuteSpec of(String sql, StationKey station) {
        return database.sql(sql)
                .bind("tenant", station.tenant())
                .bind("station", station.stationId());
    }
}
