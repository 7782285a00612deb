/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.reservation;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.ohmnibus.contracts.transaction.ReservationChanged;
import io.ohmnibus.ocpp.message.ReserveNowRequest;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.transaction.command.CommandAnswer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Remembers what it was told; whatever turns, turns reservation 7. */
final class FakeReservations implements Reservations {

    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final StationKey KEY = new StationKey("default", "CS-1");
    static final ReservationProperties PROPERTIES =
            new ReservationProperties(
                    Duration.ofDays(1), 2, Duration.ofMinutes(1), Duration.ofDays(90));

    final List<CommandAnswer> answers = new ArrayList<>();
    final List<Turn> turns = new ArrayList<>();
    final List<Use> uses = new ArrayList<>();
    final List<ReservationChanged> published = new ArrayList<>();
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    Kept kept = Kept.YES;

    ReservationNews news() {
        return new ReservationNews(
                (_, event) -> Mono.fromRunnable(() -> published.add((ReservationChanged) event)),
                registry,
                CLOCK);
    }

    static ReserveNowRequest reserve(@Nullable Integer evse, Duration ahead) {
        return new ReserveNowRequest(
                7,
                NOW.plus(ahead),
                null,
                new IdToken(null, "ABC", "ISO14443", null),
                evse,
                new IdToken(null, "GROUP", "Central", null),
                null);
    }

    private Mono<List<Changed>> turned(@Nullable Turn turn) {
        return Mono.fromSupplier(() -> {
            if (turn == null) {
                return List.of();
            }
            turns.add(turn);
            return List.of(changed(turn));
        });
    }

    private static Changed changed(Turn turn) {
        Reservation reservation =
                new Reservation(
                        KEY.stationId(),
                        7,
                        turn.state().text(),
                        1,
                        null,
                        "ABC",
                        "ISO14443",
                        "GROUP",
                        "Central",
                        NOW.plusSeconds(60),
                        NOW,
                        "Accepted",
                        null,
                        null,
                        null,
                        turn.told(),
                        null);
        return new Changed(KEY, reservation, "Active");
    }

    @Override
    public Mono<Integer> nextId() {
        return Mono.just(7);
    }

    @Override
    public Mono<Kept> request(StationKey station, ReserveNowRequest request, Instant at) {
        return Mono.just(kept);
    }

    @Override
    public Mono<List<Changed>> answered(
            StationKey station, int reservationId, CommandAnswer answer, Turn turn) {
        answers.add(answer);
        return turned(turn);
    }

    @Override
    public Mono<List<Changed>> cancelAnswered(
            StationKey station, int reservationId, CommandAnswer answer, @Nullable Turn turn) {
        answers.add(answer);
        return turned(turn);
    }

    @Override
    public Mono<List<Changed>> reported(StationKey station, int reservationId, Turn turn) {
        return reservationId == 7 ? turned(turn) : Mono.just(List.of());
    }

    @Override
    public Mono<List<Changed>> used(List<Use> used, Instant at) {
        uses.addAll(used);
        return turned(new Turn(ReservationState.USED, true, at));
    }

    @Override
    public Mono<List<Changed>> expire(Instant endedBefore, Turn turn, int limit) {
        return turned(turn);
    }

    @Override
    public Mono<Page<Reservation>> list(String tenant, Filter filter, PageRequest page) {
        return Mono.just(new Page<>(List.of(), null));
    }

    @Override
    public Mono<Reservation> find(StationKey station, int reservationId) {
        return Mono.empty();
    }
}
