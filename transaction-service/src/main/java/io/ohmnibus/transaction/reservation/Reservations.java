/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.reservation;

import io.ohmnibus.ocpp.message.ReserveNowRequest;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.transaction.command.CommandAnswer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The reservations of all stations. Several requests may have used the same id one after another;
 * what stations say of an id is about the one that is open, or else about the newest.
 */
interface Reservations {

    /** Whether a request was kept. */
    enum Kept {
        YES,
        /** A reservation with that id is over: what comes late of it must not be mistaken. */
        ID_IS_USED,
        TOO_MANY_OF_TOKEN
    }

    /** A reservation after its state changed; {@code from} is the state before. */
    record Changed(StationKey station, Reservation reservation, String from) {}

    /** A new state. {@code told}: the station says so, nobody concludes it. */
    record Turn(ReservationState state, boolean told, Instant at) {}

    /** A transaction that a station says came of a reservation. */
    record Use(StationKey station, int reservationId, String transactionId) {}

    /** What to list; null leaves a filter out. Tokens are compared without regard to case. */
    record Filter(@Nullable String stationId, @Nullable String idToken, @Nullable String state) {}

    /** An id that was not used for a while. */
    Mono<Integer> nextId();

    /** Keeps a request before it is sent; an open one with the same id stays as it is. */
    Mono<Kept> request(StationKey station, ReserveNowRequest request, Instant at);

    /** Takes the answer to the request that waits for one. What it replaces is changed too. */
    Mono<List<Changed>> answered(
            StationKey station, int reservationId, CommandAnswer answer, Turn turn);

    /** Takes the answer to CancelReservation; without a turn the state stays. */
    Mono<List<Changed>> cancelAnswered(
            StationKey station, int reservationId, CommandAnswer answer, @Nullable Turn turn);

    /** Takes what a station says of an open one, or of one that was concluded to be over. */
    Mono<List<Changed>> reported(StationKey station, int reservationId, Turn turn);

    /** Takes transactions; they count more than whatever else was said or concluded. */
    Mono<List<Changed>> used(List<Use> uses, Instant at);

    /** Concludes that those have expired whose time was over at an instant. */
    Mono<List<Changed>> expire(Instant endedBefore, Turn turn, int limit);

    /** The newest first. */
    Mono<Page<Reservation>> list(String tenant, Filter filter, PageRequest page);

    /** The open one with that id, or else the newest, or empty. */
    Mono<Reservation> find(StationKey station, int reservationId);
}
