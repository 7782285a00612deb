/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.remote;

import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What stations were asked to do, how they answered, and what happened. */
interface RemoteRequests {

    /** A remoteStartId that was not used for a while. */
    Mono<Integer> nextRemoteStartId();

    /** Keeps a request; false when the station was given its remoteStartId before. */
    Mono<Boolean> open(StationKey station, RemoteRequest request, Instant at);

    /** Remembers the answer to the oldest such request that has none. */
    Mono<Void> answered(StationKey station, RemoteRequest request, RemoteAnswer answer, Instant at);

    /** Notes the effects that have shown of requests since a time; how many. */
    Mono<Long> follow(Instant since);

    /**
     * A cable has left a connector (0: the EVSE): what the unlocking that was asked for leads to.
     */
    Mono<Void> unplugged(StationKey station, int evseId, int connectorId, Instant at);

    /** The station sent a BootNotification because it was asked to. */
    Mono<Void> booted(StationKey station, Instant at);

    /** The newest first, beginning before an id. */
    Flux<Followed> list(StationKey station, @Nullable Long before, int limit);

    /** One, or empty. */
    Mono<Followed> find(StationKey station, long id);

    /**
     * A request and what became of it.
     *
     * @param status the answer; null before
     * @param effect what happened; null before
     */
    record Followed(
            long id,
            RemoteRequest request,
            Instant requestedAt,
            @Nullable String status,
            @Nullable String statusInfo,
            @Nullable Effect effect) {}

    /**
     * What a station did.
     *
     * @param transactionId the transaction that started or ended
     * @param state its state now: Ongoing, Ended or Abandoned
     */
    record Effect(
            Instant at,
            @Nullable String transactionId,
            @Nullable String state,
            @Nullable String stoppedReason) {}
}
