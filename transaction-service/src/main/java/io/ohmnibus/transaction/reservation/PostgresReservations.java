/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.reservation;

import static io.ohmnibus.platform.store.Binds.all;
import static io.ohmnibus.platform.store.Binds.bind;

import io.ohmnibus.ocpp.message.ReserveNowRequest;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.web.Cursor;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.paging.Selection;
import io.ohmnibus.transaction.command.CommandAnswer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
final class PostgresReservations implements Reservations {

    private record Listed(long id, Reservation reservation) {}

    private final DatabaseClient database;
    private final ReservationProperties properties;

    PostgresReservations(DatabaseClient database, ReservationProperties properties) {
        this.database = database;
        this.properties = properties;
    }

    @Override
    public Mono<Integer> nextId() {
        return database.sql("select cast(nextval('reservation_ids') as integer) as id")
                .mapValue(Integer.class)
                .one();
    }

    @Override
    public Mono<Kept> request(StationKey station, ReserveNowRequest request, Instant at) {
        IdToken group = request.groupIdToken();
        GenericExecuteSpec insert =
                of(ReservationSql.INSERT, station, request.id())
                        .bind("token", request.idToken().idToken())
                        .bind("tokenType", request.idToken().type())
                        .bind("expires", request.expiryDateTime())
                        .bind("at", at);
        insert = bind(insert, "evse", request.evseId(), Integer.class);
        insert = bind(insert, "connector", request.connectorType(), String.class);
        insert = bind(insert, "groupId", group == null ? null : group.idToken(), String.class);
        insert = bind(insert, "groupType", group == null ? null : group.type(), String.class);
        GenericExecuteSpec kept = insert;
        return mayKeep(station, request)
                .flatMap(may -> may == Kept.YES ? kept.then().thenReturn(may) : Mono.just(may));
    }

    private Mono<Kept> mayKeep(StationKey station, ReserveNowRequest request) {
        String token = request.idToken().idToken().toLowerCase(Locale.ROOT);
        return database.sql(ReservationSql.LOCK_TOKEN)
                .bind("token", station.tenant() + "/" + token)
                .then()
                .then(
                        of(ReservationSql.COUNT, station, request.id())
                                .bind("token", token)
                                .map(row ->
                                        new Counted(
                                                Boolean.TRUE.equals(row.get("used", Boolean.class)),
                                                Boolean.TRUE.equals(
                                                        row.get("replaces", Boolean.class)),
                                                count(row.get("of_token", Long.class))))
                                .one())
                .map(counted -> {
                    if (counted.used && !counted.replaces) {
                        return Kept.ID_IS_USED;
                    }
                    return counted.ofToken < properties.maxPerToken()
                            ? Kept.YES
                            : Kept.TOO_MANY_OF_TOKEN;
                });
    }

    private static long count(@Nullable Long count) {
        return count == null ? 0 : count;
    }

    private record Counted(boolean used, boolean replaces, long ofToken) {}

    @Override
    public Mono<List<Changed>> answered(
            StationKey station, int reservationId, CommandAnswer answer, Turn turn) {
        GenericExecuteSpec note =
                of(ReservationSql.NOTE_ANSWER, station, reservationId)
                        .bind("answer", answer.status());
        return bind(note, "info", answer.info(), String.class)
                .mapValue(Long.class)
                .one()
                .flatMap(id ->
                        turn.state() == ReservationState.ACTIVE
                                ? replaceBefore(station, reservationId, id, turn)
                                        .concatWith(turn(ReservationSql.TURN_REQUESTED, id, turn))
                                        .collectList()
                                : turn(ReservationSql.TURN_REQUESTED, id, turn).collectList())
                .defaultIfEmpty(List.of());
    }

    /** H01.FR.02. */
    private Flux<Changed> replaceBefore(StationKey station, int reservationId, long id, Turn turn) {
        Turn replaced = new Turn(ReservationState.REPLACED, turn.told(), turn.at());
        return turn(
                of(ReservationSql.TURN_BEFORE, station, reservationId).bind("id", id), replaced);
    }

    private Flux<Changed> turn(String sql, long id, Turn turn) {
        return turn(database.sql(sql).bind("id", id), turn);
    }

    @Override
    public Mono<List<Changed>> cancelAnswered(
            StationKey station, int reservationId, CommandAnswer answer, @Nullable Turn turn) {
        return of(ReservationSql.NOTE_CANCEL, station, reservationId)
                .bind("answer", answer.status())
                .then()
                .then(
                        Mono.defer(() ->
                                turn == null
                                        ? Mono.just(List.of())
                                        : turn(
                                                        of(
                                                                ReservationSql.TURN_OPEN,
                                                                station,
                                                                reservationId),
                                                        turn)
                                                .collectList()));
    }

    @Override
    public Mono<List<Changed>> reported(StationKey station, int reservationId, Turn turn) {
        return turn(of(ReservationSql.TURN_TOLD, station, reservationId), turn).collectList();
    }

    @Override
    public Mono<List<Changed>> used(List<Use> uses, Instant at) {
        GenericExecuteSpec update =
                database.sql(ReservationSql.TURN_USED)
                        .bind("tenants", all(uses, String.class, use -> use.station().tenant()))
                        .bind("stations", all(uses, String.class, use -> use.station().stationId()))
                        .bind("reservations", all(uses, Integer.class, Use::reservationId))
                        .bind("transactions", all(uses, String.class, Use::transactionId));
        return turn(update, new Turn(ReservationState.USED, true, at)).collectList();
    }

    @Override
    public Mono<List<Changed>> expire(Instant endedBefore, Turn turn, int limit) {
        return turn(
                        database.sql(ReservationSql.TURN_EXPIRED)
                                .bind("before", endedBefore)
                                .bind("limit", limit),
                        turn)
                .collectList();
    }

    private static Flux<Changed> turn(GenericExecuteSpec update, Turn turn) {
        return update.bind("state", turn.state().text())
                .bind("told", turn.told())
                .bind("over", !turn.state().isOpen())
                .bind("at", turn.at())
                .map(ReservationSql::changed)
                .all();
    }

    @Override
    public Mono<Page<Reservation>> list(String tenant, Filter filter, PageRequest page) {
        String token = filter.idToken();
        Cursor cursor = page.cursor();
        return new Selection(ReservationSql.SELECT, tenant)
                .and("station_id = :station", "station", filter.stationId())
                .and("state = :state", "state", filter.state())
                .and(
                        "lower(id_token) = :token",
                        "token",
                        token == null ? null : token.toLowerCase(Locale.ROOT))
                .and("id < :before", "before", cursor == null ? null : cursor.number(0))
                .on(database, "id desc", page.fetch())
                .map(row ->
                        new Listed(
                                count(row.get("id", Long.class)), ReservationSql.reservation(row)))
                .all()
                .collectList()
                .map(rows -> Page.of(rows, page, row -> Cursor.of(row.id())))
                .map(found -> found.map(Listed::reservation));
    }

    @Override
    public Mono<Reservation> find(StationKey station, int reservationId) {
        return new Selection(ReservationSql.SELECT, station.tenant())
                .and("station_id = :station", "station", station.stationId())
                .and("reservation_id = :reservation", "reservation", reservationId)
                .on(database, ReservationSql.OPEN_FIRST, 1)
                .map(ReservationSql::reservation)
                .one();
    }

    private GenericExecuteSpec of(String sql, StationKey station, int reservationId) {
        return database.sql(sql)
                .bind("tenant", station.tenant())
                .bind("station", station.stationId())
                .bind("reservation", reservationId);
    }
}
