/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.reservation;

import static io.ohmnibus.transaction.reservation.FakeReservations.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.message.ReserveNowRequest;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.transaction.command.CommandAnswer;
import io.ohmnibus.transaction.reservation.Reservations.Changed;
import io.ohmnibus.transaction.reservation.Reservations.Filter;
import io.ohmnibus.transaction.reservation.Reservations.Kept;
import io.ohmnibus.transaction.reservation.Reservations.Turn;
import io.ohmnibus.transaction.reservation.Reservations.Use;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@EmbeddedTest
final class PostgresReservationsIT {

    private static final CommandAnswer ACCEPTED = new CommandAnswer("Accepted", null);
    private static final Turn ACTIVE = told(ReservationState.ACTIVE);

    private final Reservations reservations;
    private final TransactionalOperator transaction;

    PostgresReservationsIT(TestDatabase testDatabase) {
        DatabaseClient database =
                ServiceDatabase.migrate(testDatabase, Service.TRANSACTION).client();
        reservations = new PostgresReservations(database, FakeReservations.PROPERTIES);
        transaction =
                TransactionalOperator.create(
                        new R2dbcTransactionManager(database.getConnectionFactory()));
    }

    private static StationKey station(String id) {
        return new StationKey("default", id);
    }

    private static Turn told(ReservationState state) {
        return new Turn(state, true, NOW);
    }

    private static Turn concluded(ReservationState state) {
        return new Turn(state, false, NOW.plusSeconds(5));
    }

    private static ReserveNowRequest reserve(int id, String token, @Nullable Integer evse) {
        return new ReserveNowRequest(
                id,
                NOW.plus(Duration.ofHours(1)),
                evse == null ? "cCCS2" : null,
                new IdToken(null, token, "ISO14443", null),
                evse,
                new IdToken(null, "GROUP", "Central", null),
                null);
    }

    private static <T> T get(Mono<T> value) {
        return Objects.requireNonNull(value.block());
    }

    private void request(StationKey station, ReserveNowRequest request) {
        assertThat(get(reservations.request(station, request, NOW))).isEqualTo(Kept.YES);
    }

    private void active(StationKey station, int id) {
        request(station, reserve(id, station.stationId() + id, 1));
        get(reservations.answered(station, id, ACCEPTED, ACTIVE));
    }

    private static List<String> states(Mono<List<Changed>> changes) {
        return get(changes).stream()
                .map(changed -> changed.from() + ">" + changed.reservation().state())
                .toList();
    }

    private Reservation find(StationKey station, int id) {
        return get(reservations.find(station, id));
    }

    @Test
    @Requirement("H01.FR.03")
    void theAnswerDecides() {
        StationKey station = station("RES-1");
        request(station, reserve(1, "Card1", null));
        Reservation requested = find(station, 1);
        assertThat(requested.state()).isEqualTo("Requested");
        assertThat(requested.connectorType()).isEqualTo("cCCS2");
        assertThat(requested.groupId()).isEqualTo("GROUP");

        assertThat(states(reservations.answered(station, 1, ACCEPTED, ACTIVE)))
                .containsExactly("Requested>Active");
        Reservation active = find(station, 1);
        assertThat(active.answer()).isEqualTo("Accepted");
        assertThat(active.endedAt()).isNull();

        request(station, reserve(2, "Card1", 1));
        assertThat(
                        states(
                                reservations.answered(
                                        station,
                                        2,
                                        new CommandAnswer("Occupied", "Why"),
                                        told(ReservationState.REFUSED))))
                .containsExactly("Requested>Refused");
        assertThat(find(station, 2).answerInfo()).isEqualTo("Why");
        assertThat(find(station, 2).endedAt()).isEqualTo(NOW);
    }

    @Test
    @Requirement("H01.FR.02")
    void anOpenOneIsReplacedOnceTheStationAccepts() {
        StationKey station = station("RES-2");
        active(station, 1);
        request(station, reserve(1, "Other", 2));
        assertThat(find(station, 1).evseId()).isEqualTo(1);

        assertThat(states(reservations.answered(station, 1, ACCEPTED, ACTIVE)))
                .containsExactly("Active>Replaced", "Requested>Active");
        assertThat(find(station, 1).evseId()).isEqualTo(2);

        request(station, reserve(1, "Third", 3));
        get(
                reservations.answered(
                        station,
                        1,
                        new CommandAnswer("Faulted", null),
                        told(ReservationState.REFUSED)));
        assertThat(find(station, 1).evseId()).isEqualTo(2);
        assertThat(find(station, 1).state()).isEqualTo("Active");
    }

    @Test
    void anIdIsNotUsedAgainAndATokenHasLimits() {
        StationKey station = station("RES-3");
        active(station, 1);
        get(reservations.reported(station, 1, told(ReservationState.EXPIRED)));
        assertThat(get(reservations.request(station, reserve(1, "Card3", 1), NOW)))
                .isEqualTo(Kept.ID_IS_USED);
        active(station("RES-4"), 1); // the same id elsewhere is another one (A32)

        request(station, reserve(2, "Card3", 1));
        request(station, reserve(3, "CARD3", 2));
        assertThat(get(reservations.request(station, reserve(4, "card3", 3), NOW)))
                .isEqualTo(Kept.TOO_MANY_OF_TOKEN);
        request(station, reserve(3, "card3", 4)); // replaces one of them
    }

    /** Whoever comes at the same moment is counted too. */
    @Test
    void aTokenHasItsLimitOnEveryInstance() {
        List<Kept> kept =
                get(
                        Flux.range(0, 6)
                                .flatMap(i ->
                                        reservations
                                                .request(
                                                        station("RES-5-" + i),
                                                        reserve(1, "Greedy", 1),
                                                        NOW)
                                                .as(transaction::transactional))
                                .collectList());
        assertThat(kept).filteredOn(one -> one == Kept.YES).hasSize(2);
    }

    @Test
    @Requirement({"H02.FR.01", "H02.FR.02"})
    void aCancelledOneIsOver() {
        StationKey station = station("RES-6");
        active(station, 1);
        assertThat(
                        states(
                                reservations.cancelAnswered(
                                        station, 1, new CommandAnswer("TimedOut", null), null)))
                .isEmpty();
        assertThat(find(station, 1).cancelAnswer()).isEqualTo("TimedOut");
        assertThat(find(station, 1).state()).isEqualTo("Active");

        assertThat(
                        states(
                                reservations.cancelAnswered(
                                        station, 1, ACCEPTED, told(ReservationState.CANCELLED))))
                .containsExactly("Active>Cancelled");
        assertThat(states(reservations.reported(station, 1, told(ReservationState.EXPIRED))))
                .isEmpty();
    }

    @Test
    @Requirement({"H01.FR.15", "H03.FR.09"})
    void aTransactionCountsMoreThanWhatWasConcluded() {
        StationKey station = station("RES-7");
        active(station, 1);
        active(station, 2);
        get(reservations.reported(station, 2, told(ReservationState.NO_TRANSACTION)));
        List<Use> uses =
                List.of(
                        new Use(station, 1, "tx-1"),
                        new Use(station, 2, "tx-2"),
                        new Use(station, 99, "tx-3"),
                        new Use(station("RES-8"), 1, "tx-4"));
        assertThat(states(reservations.used(uses, NOW)))
                .containsExactlyInAnyOrder("Active>Used", "NoTransaction>Used");
        assertThat(find(station, 1).transactionId()).isEqualTo("tx-1");
        assertThat(states(reservations.used(uses, NOW))).isEmpty();
        assertThat(states(reservations.reported(station, 1, told(ReservationState.EXPIRED))))
                .isEmpty();
    }

    /** The transaction may be told before the answer is taken. */
    @Test
    void whatOvertakesTheAnswerStands() {
        StationKey station = station("RES-9");
        request(station, reserve(1, "Card9", 1));
        assertThat(states(reservations.used(List.of(new Use(station, 1, "tx-1")), NOW)))
                .containsExactly("Requested>Used");
        assertThat(states(reservations.answered(station, 1, ACCEPTED, ACTIVE))).isEmpty();
        assertThat(find(station, 1).state()).isEqualTo("Used");
        assertThat(find(station, 1).answer()).isEqualTo("Accepted");
    }

    @Test
    @Requirement("H04.FR.01")
    void whatIsOverExpiresByItselfAndTheStationMaySayWhatReallyHappened() {
        StationKey station = station("RES-10");
        active(station, 1);
        Instant end = NOW.plus(Duration.ofHours(1));
        Turn expired = concluded(ReservationState.EXPIRED);
        assertThat(states(reservations.expire(end, expired, 10))).isEmpty();
        assertThat(states(reservations.expire(end.plusSeconds(1), expired, 1000)))
                .contains("Active>Expired");
        assertThat(find(station, 1).told()).isFalse();

        assertThat(states(reservations.reported(station, 1, told(ReservationState.REMOVED))))
                .containsExactly("Expired>Removed");
        assertThat(find(station, 1).told()).isTrue();
        assertThat(states(reservations.used(List.of(new Use(station, 1, "late")), NOW)))
                .containsExactly("Removed>Used");
    }

    /** The station is offline, or forgot it; two instances end it once. */
    @Test
    @Requirement("H04.FR.01")
    void whatNobodyTellsOfIsEndedOnceAfterAGrace() {
        StationKey station = station("RES-12");
        active(station, 1);
        FakeReservations told = new FakeReservations();
        get(expireAt(NOW.plus(Duration.ofMinutes(61)), told.news()).thenReturn(true));
        assertThat(find(station, 1).state()).isEqualTo("Active");

        Instant graceIsOver = NOW.plus(Duration.ofMinutes(61)).plusSeconds(1);
        get(
                Flux.merge(expireAt(graceIsOver, told.news()), expireAt(graceIsOver, told.news()))
                        .then(Mono.just(true)));

        assertThat(find(station, 1).state()).isEqualTo("Expired");
        assertThat(find(station, 1).endedAt()).isEqualTo(graceIsOver);
        assertThat(told.published)
                .filteredOn(event -> event.idToken().idToken().equals("RES-121"))
                .hasSize(1);
    }

    private Mono<Void> expireAt(Instant now, ReservationNews news) {
        return new ExpireReservations(
                        reservations,
                        news,
                        FakeReservations.PROPERTIES,
                        transaction,
                        Clock.fixed(now, ZoneOffset.UTC))
                .expire();
    }

    @Test
    void theNewestComeFirst() {
        StationKey station = station("RES-11");
        for (int id = 1; id <= 3; id++) {
            active(station, id);
        }
        get(
                reservations.reported(
                        station,
                        1,
                        new Turn(ReservationState.EXPIRED, true, NOW.minus(Duration.ofDays(100)))));
        Filter filter = new Filter("RES-11", null, null);
        Page<Reservation> first =
                get(reservations.list("default", filter, new PageRequest(null, 2)));
        assertThat(first.items()).extracting(Reservation::reservationId).containsExactly(3, 2);
        assertThat(first.next()).isNotNull();
        assertThat(
                        get(reservations.list(
                                        "default",
                                        new Filter(null, "res-112", "Active"),
                                        new PageRequest(null, 9)))
                                .items())
                .extracting(Reservation::reservationId)
                .containsExactly(2);
        assertThat(get(reservations.list("other", filter, new PageRequest(null, 9))).items())
                .isEmpty();
    }
}
