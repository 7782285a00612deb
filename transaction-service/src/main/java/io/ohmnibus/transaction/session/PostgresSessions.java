/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.session;

import static io.ohmnibus.platform.store.Binds.all;
import static java.util.Objects.requireNonNull;

import io.ohmnibus.contracts.transaction.SessionSummarized;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.store.RecordRows;
import io.ohmnibus.platform.web.Cursor;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.paging.Selection;
import io.ohmnibus.transaction.session.ChargingTime.Moment;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table {@code sessions}. */
@Component
final class PostgresSessions implements Sessions {

    /** What was given up and goes on after all is not over: its summary says nothing any more. */
    private static final String SELECT =
            """
            select * from (select s.* from sessions s
              join transactions t using (tenant, station_id, transaction_id)
              where t.state <> 'Ongoing') over\
            """;

    private static final RecordRows<SessionSummarized> ROWS =
            RecordRows.of(SessionSummarized.class);

    private static final String WRITE =
            """
            insert into sessions as known (tenant, station_id, transaction_id, revision, state, started_at,
              ended_at, evse_id, connector_id, id_token, id_token_type, group_id, stop_id_token,
              remote_start_id, reservation_id, stopped_reason, energy_wh, duration_seconds,
              charging_seconds, idle_seconds, complete, flags, changed_at)
            select tenant, station_id, transaction_id, 1, state, started_at, ended_at, evse_id,
              connector_id, coalesce(id_token, asked_token), coalesce(id_token_type, asked_type),
              coalesce(group_id, asked_group),
              (select payload -> 'idToken' ->> 'idToken' from transaction_events e
               where e.tenant = t.tenant and e.station_id = t.station_id
                 and e.transaction_id = t.transaction_id and e.seq_no = t.ended_seq_no
                 and not e.conflicting),
              remote_start_id, reservation_id, stopped_reason, energy_total, lasted,
              least(charging, lasted),
              lasted - least(charging, lasted),
              state = 'Ended' and started_at is not null and gaps = '',
              case when exists (select from transactions o
                where o.tenant = t.tenant and o.station_id = t.station_id
                  and o.evse_id = t.evse_id and o.transaction_id <> t.transaction_id
                  and o.began_at > t.began_at - interval '7 days'
                  and o.began_at < coalesce(t.ended_at, t.last_event_at)
                  and o.started_at < coalesce(t.ended_at, t.last_event_at)
                  and coalesce(o.ended_at, o.last_event_at) > t.started_at)
                then flags || array['overlap'] else flags end, :now
            from (select *, greatest(0, floor(extract(epoch from ended_at - started_at)))::bigint as lasted
                  from unnest(:tenants, :stations, :transactions, :charging)
                      as over (tenant, station_id, transaction_id, charging)
                    join transactions using (tenant, station_id, transaction_id)) t
            left join lateral (
              (select r.id_token, r.id_token_type, r.group_id from remote_requests r
                where r.tenant = t.tenant and r.station_id = t.station_id
                  and r.remote_start_id = t.remote_start_id
                  and r.requested_at < t.last_received_at + interval '1 minute')
              union all -- requests are forgotten
              (select k.id_token, k.id_token_type, k.group_id from sessions k
                where k.tenant = t.tenant and k.station_id = t.station_id
                  and k.transaction_id = t.transaction_id and t.remote_start_id is not null)
              limit 1) as asked (asked_token, asked_type, asked_group) on t.id_token is null
            where state in ('Ended', 'Abandoned')
            order by tenant, station_id, transaction_id
            on conflict (tenant, station_id, transaction_id) do update set
              revision = known.revision + 1, state = excluded.state, started_at = excluded.started_at,
              ended_at = excluded.ended_at, evse_id = excluded.evse_id,
              connector_id = excluded.connector_id, id_token = excluded.id_token,
              id_token_type = excluded.id_token_type, group_id = excluded.group_id,
              stop_id_token = excluded.stop_id_token, remote_start_id = excluded.remote_start_id,
              reservation_id = excluded.reservation_id, stopped_reason = excluded.stopped_reason,
              energy_wh = excluded.energy_wh, duration_seconds = excluded.duration_seconds,
              charging_seconds = excluded.charging_seconds, idle_seconds = excluded.idle_seconds,
              complete = excluded.complete, flags = excluded.flags, changed_at = excluded.changed_at
            where (known.state, known.started_at, known.ended_at, known.evse_id, known.connector_id,
                known.id_token, known.id_token_type, known.group_id, known.stop_id_token,
                known.remote_start_id, known.reservation_id, known.stopped_reason, known.energy_wh,
                known.duration_seconds, known.charging_seconds, known.complete, known.flags)
              is distinct from (excluded.state, excluded.started_at, excluded.ended_at,
                excluded.evse_id, excluded.connector_id, excluded.id_token, excluded.id_token_type,
                excluded.group_id, excluded.stop_id_token, excluded.remote_start_id,
                excluded.reservation_id, excluded.stopped_reason, excluded.energy_wh,
                excluded.duration_seconds, excluded.charging_seconds, excluded.complete,
                excluded.flags)
            returning %s, tenant
            """
                    .formatted(ROWS.columns(""));

    private final DatabaseClient database;
    private final Clock clock;

    PostgresSessions(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Mono<Map<SessionKey, Collection<Moment>>> moments(List<SessionKey> transactions) {
        return about(
                        """
                        select place, occurred_at,
                          payload -> 'transactionInfo' ->> 'chargingState' as charging_state
                        from unnest(:tenants, :stations, :transactions) with ordinality
                            as over (tenant, station_id, transaction_id, place)
                          join transaction_events using (tenant, station_id, transaction_id)
                        where not conflicting
                        order by place, seq_no
                        """,
                        transactions)
                .map(row -> Map.entry(key(transactions, row), moment(row)))
                .all()
                .collectMultimap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private GenericExecuteSpec about(String sql, Collection<SessionKey> transactions) {
        return database.sql(sql)
                .bind("tenants", all(transactions, String.class, one -> one.station().tenant()))
                .bind("stations", all(transactions, String.class, one -> one.station().stationId()))
                .bind("transactions", all(transactions, String.class, SessionKey::transactionId));
    }

    private static SessionKey key(List<SessionKey> transactions, Readable row) {
        return transactions.get(requireNonNull(row.get("place", Integer.class)) - 1);
    }

    private static Moment moment(Readable row) {
        return new Moment(
                requireNonNull(row.get("occurred_at", Instant.class)),
                row.get("charging_state", String.class));
    }

    @Override
    public Flux<Summary> write(Map<SessionKey, Duration> charging) {
        return about(WRITE, charging.keySet())
                .bind("charging", all(charging.values(), Long.class, Duration::toSeconds))
                .bind("now", clock.instant())
                .map(PostgresSessions::summary)
                .all();
    }

    private static Summary summary(Readable row) {
        SessionSummarized summarized = ROWS.read(row);
        String tenant = requireNonNull(row.get("tenant", String.class));
        return new Summary(new StationKey(tenant, summarized.stationId()), summarized);
    }

    @Override
    public Mono<SessionSummarized> find(StationKey station, String transactionId) {
        return new Selection(SELECT, station.tenant())
                .and("station_id = :station", "station", station.stationId())
                .and("transaction_id = :transaction", "transaction", transactionId)
                .on(database, "transaction_id", 1)
                .mapProperties(SessionSummarized.class)
                .one();
    }

    @Override
    public Mono<Page<SessionSummarized>> list(String tenant, Filter filter, PageRequest page) {
        String token = filter.idToken();
        Selection selection =
                new Selection(SELECT, tenant)
                        .and("station_id = :station", "station", filter.stationId())
                        .and(
                                "lower(id_token) = :token",
                                "token",
                                token == null ? null : token.toLowerCase(Locale.ROOT))
                        .and("changed_at >= :from", "from", filter.from())
                        .and("changed_at < :to", "to", filter.to());
        Cursor cursor = page.cursor();
        if (cursor != null) {
            selection
                    .and(
                            "(changed_at, station_id, transaction_id) < (:time, :atStation, :at)",
                            "time",
                            cursor.instant(0))
                    .with("atStation", cursor.text(1))
                    .with("at", cursor.text(2));
        }
        return selection
                .on(database, "changed_at desc, station_id desc, transaction_id desc", page.fetch())
                .mapProperties(SessionSummarized.class)
                .all()
                .collectList()
                .map(rows ->
                        Page.of(
                                rows,
                                page,
                                last ->
                                        Cursor.of(
                                                last.changedAt(),
                                                last.stationId(),
                                                last.transactionId())));
    }
}
