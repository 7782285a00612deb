/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.remote;

import io.ohmnibus.ocpp.Response;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Clock;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the commands of remote control share: a request is kept, then its answer. */
@Component
final class RemoteControl {

    private final RemoteRequests requests;
    private final Clock clock;

    RemoteControl(RemoteRequests requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    /** Keeps a request; false when the station was given its remoteStartId before. */
    Mono<Boolean> open(StationKey station, RemoteRequest request) {
        return requests.open(station, request, clock.instant());
    }

    /** Keeps the answer; {@code read} tells what the station said. */
    <A extends Response> Mono<Void> answered(
            StationKey station,
            RemoteRequest request,
            Outcome<A> outcome,
            Function<A, RemoteAnswer> read) {
        RemoteAnswer answer = RemoteAnswer.of(outcome, read);
        return requests.answered(station, request, answer, clock.instant());
    }
}
