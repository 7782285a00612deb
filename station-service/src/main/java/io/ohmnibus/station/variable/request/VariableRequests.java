/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.variable.request;

import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.station.devicemodel.AttributeId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Requests for many variables, and the outcome of each of them. */
interface VariableRequests {

    /** What became of an item. */
    record Result(AttributeId attribute, Outcome outcome) {}

    /** A status, why, and what was read. */
    record Outcome(String status, @Nullable String info, @Nullable String value) {}

    Mono<Void> add(StationKey station, VariableRequest request);

    /** Says in which message items are. */
    Mono<Void> sent(UUID request, UUID command, List<Integer> positions);

    /** Ends items that are in no message. */
    Mono<Void> unsent(UUID request, List<Integer> positions, Outcome outcome);

    /**
     * Takes the outcome of a message; what is not among the results gets {@code others}. The id of
     * the request when its last item has ended by that, else empty.
     */
    Mono<UUID> ended(UUID command, List<Result> results, Outcome others, Instant at);

    /** Ends a request that has no open item; true when it has ended by that. */
    Mono<Boolean> close(UUID request, Instant at);

    Mono<VariableRequest> find(StationKey station, UUID request);
}
