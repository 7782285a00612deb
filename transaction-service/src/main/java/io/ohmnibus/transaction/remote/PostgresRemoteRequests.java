/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.remote;

import static io.ohmnibus.platform.store.Binds.bind;

import io.ohmnibus.contracts.transaction.UsedToken;
import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
final class PostgresRemoteRequests implements RemoteRequests {

    private static final String SELECT =
            """
            select r.id, r.action, r.remote_start_id, r.transaction_id, r.evse_id, r.connector_id,
              r.message, r.custom_trigger, r.id_token, r.id_token_type, r.group_id, r.requested_at, r.status, r.status_info, r.effect_at,
              coalesce(r.effect_transaction_id, r.answered_transaction_id) as effect_transaction_id,
              t.state, t.stopped_reason
            from remote_requests r
            left join transactions t on t.tenant = r.tenant and t.station_id = r.station_id
              and t.transaction_id = r.effect_transaction_id
            where r.tenant = :tenant and r.station_id = :station
            """;

    private final DatabaseClient database;
    private final RemoteProperties properties;

    PostgresRemoteRequests(DatabaseClient database, RemoteProperties properties) {
        this.database = database;
        this.properties = properties;
    }

    @Override
    public Mono<Integer> nextRemoteStartId() {
        return database.sql("select cast(nextval('remote_start_ids') as integer) as id")
                .mapValue(Integer.class)
                .one();
    }

    @Override
    public Mono<Boolean> open(StationKey station, RemoteRequest request, Instant at) {
        UsedToken token = request.idToken();
        GenericExecuteSpec insert =
                of(
                                """
                                insert into remote_requests (tenant, station_id, action,
                                  remote_start_id, transaction_id, evse_id, connector_id, message,
                                  custom_trigger, id_token, id_token_type, group_id, requested_at)
                                values (:tenant, :station, :action, :start, :transaction, :evse,
                                  :connector, :message, :custom, :token, :type, :group, :at)
                                on conflict do nothing
                                """,
                                station,
                                request)
                        .bind("at", at);
        insert = bind(insert, "token", token == null ? null : token.idToken(), String.class);
        insert = bind(insert, "type", token == null ? null : token.type(), String.class);
        return bind(insert, "group", request.groupId(), String.class)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0)
                .delayUntil(opened -> opened ? forgetOldest(station) : Mono.empty());
    }

    private Mono<Void> forgetOldest(StationKey station) {
        return of(
                        """
                        delete from remote_requests where tenant = :tenant and station_id = :station
                          and id <= (select id from remote_requests
                            where tenant = :tenant and station_id = :station
                            order by id desc offset :most limit 1)
                        """,
                        station)
                .bind("most", properties.maxRequests())
                .then();
    }

    @Override
    public Mono<Void> answered(
            StationKey station, RemoteRequest request, RemoteAnswer answer, Instant at) {
        GenericExecuteSpec update =
                of(
                                """
                                update remote_requests set status = :status, status_info = :info,
                                  answered_transaction_id = :answered, answered_at = :at
                                where id = (select min(id) from remote_requests
                                  where tenant = :tenant and station_id = :station
                                    and action = :action and status is null
                                    and remote_start_id is not distinct from :start
                                    and transaction_id is not distinct from :transaction
                                    and evse_id is not distinct from :evse
                                    and connector_id is not distinct from :connector
                                    and message is not distinct from :message
                                    and custom_trigger is not distinct from :custom)
                                """,
                                station,
                                request)
                        .bind("status", answer.answer().status())
                        .bind("at", at);
        update = bind(update, "info", answer.answer().info(), String.class);
        return bind(update, "answered", answer.transactionId(), String.class).then();
    }

    @Override
    public Mono<Long> follow(Instant since) {
        return Flux.just(
                        EffectSql.STARTED,
                        EffectSql.STOPPED,
                        EffectSql.UNPLUGGED,
                        EffectSql.SENT_EVENT,
                        EffectSql.SENT_METER_VALUES)
                .concatMap(sql -> database.sql(sql).bind("since", since).fetch().rowsUpdated())
                .reduce(0L, Long::sum);
    }

    @Override
    public Mono<Void> unplugged(StationKey station, int evseId, int connectorId, Instant at) {
        return of(EffectSql.AVAILABLE, station)
                .bind("evse", evseId)
                .bind("connector", connectorId)
                .bind("at", at)
                .bind("since", at.minus(properties.effectWithin()))
                .then();
    }

    @Override
    public Mono<Void> booted(StationKey station, Instant at) {
        return of(EffectSql.BOOTED, station)
                .bind("at", at)
                .bind("since", at.minus(properties.effectWithin()))
                .then();
    }

    @Override
    public Flux<Followed> list(StationKey station, @Nullable Long before, int limit) {
        GenericExecuteSpec select =
                of(
                                SELECT
                                        + """
                                        and (cast(:before as bigint) is null or r.id < :before)
                                        order by r.id desc limit :limit
                                        """,
                                station)
                        .bind("limit", limit);
        return bind(select, "before", before, Long.class)
                .mapProperties(Row.class)
                .all()
                .map(Row::toFollowed);
    }

    @Override
    public Mono<Followed> find(StationKey station, long id) {
        return of(SELECT + "and r.id = :id", station)
                .bind("id", id)
                .mapProperties(Row.class)
                .one()
                .map(Row::toFollowed);
    }

    private GenericExecuteSpec of(String sql, StationKey station) {
        return database.sql(sql)
                .bind("tenant", station.tenant())
                .bind("station", station.stationId());
    }

    private GenericExecuteSpec of(String sql, StationKey station, RemoteRequest request) {
        GenericExecuteSpec spec = of(sql, station).bind("action", request.action());
        spec = bind(spec, "start", request.remoteStartId(), Integer.class);
        spec = bind(spec, "transaction", request.transactionId(), String.class);
        spec = bind(spec, "evse", request.evseId(), Integer.class);
        spec = bind(spec, "connector", request.connectorId(), Integer.class);
        spec = bind(spec, "message", request.message(), String.class);
        return bind(spec, "custom", request.customTrigger(), String.class);
    }

    private record Row(
            long id,
            String action,
            @Nullable Integer remoteStartId,
            @Nullable String transactionId,
            @Nullable Integer evseId,
            @Nullable Integer connectorId,
            @Nullable String message,
            @Nullable String customTrigger,
            @Nullable String idToken,
            @Nullable String idTokenType,
            @Nullable String groupId,
            Instant requestedAt,
            @Nullable String status,
            @Nullable String statusInfo,
            @Nullable Instant effectAt,
            @Nullable String effectTransactionId,
            @Nullable String state,
            @Nullable String stoppedReason) {

        private Followed toFollowed() {
            RemoteRequest request =
                    new RemoteRequest(
                            action,
                            remoteStartId,
                            transactionId,
                            evseId,
                            connectorId,
                            message,
                            customTrigger,
                            idToken == null || idTokenType == null
                                    ? null
                                    : new UsedToken(idToken, idTokenType),
                            groupId);
            Effect effect =
                    effectAt == null
                            ? null
                            : new Effect(effectAt, effectTransactionId, state, stoppedReason);
            return new Followed(id, request, requestedAt, status, statusInfo, effect);
        }
    }
}
