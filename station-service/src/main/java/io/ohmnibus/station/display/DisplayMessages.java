/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.display;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.ohmnibus.ocpp.type.MessageInfo;
import io.ohmnibus.platform.ocpp.StationKey;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the displays of all stations show, as far as the platform knows. */
public interface DisplayMessages {

    /**
     * A message that a station holds.
     *
     * @param message MessageInfoType of OCPP
     * @param certain false when the station did not answer to the last change of it
     * @param changedAt when the station took or reported it last, or should have
     */
    record Mirrored(
            int id,
            @JsonRawValue @Schema(type = "object", types = "object") String message,
            boolean certain,
            Instant changedAt) {}

    /** The station took the message, in the place of one with that id, or in front of others. */
    Mono<Void> taken(StationKey station, MessageInfo message, Instant at);

    /** The station was sent the message, and nobody knows whether it took it. */
    Mono<Void> doubtful(StationKey station, MessageInfo message, Instant at);

    /** The station was told to remove a message, and nobody knows whether it did. */
    Mono<Void> doubtful(StationKey station, int id, Instant at);

    /** The station does not have a message, or no more. */
    Mono<Void> cleared(StationKey station, int id);

    /** The station removes what was for a transaction when that ends: O02.FR.02. */
    Mono<Void> transactionEnded(StationKey station, String transactionId);

    /** The station says in a report that it holds these. */
    Mono<Void> reported(StationKey station, List<MessageInfo> messages, Reported in);

    /** A complete report did not name these, which it should have: they are not there any more. */
    Mono<Void> forgetUnmentioned(StationKey station, DisplayCriteria criteria, Reported in);

    /** Messages whose time is not over, in the order of their ids, beginning after one. */
    Flux<Mirrored> list(
            StationKey station, DisplayCriteria criteria, Position position, Instant now);

    /** Whether any is known. */
    Mono<Boolean> any(StationKey station);

    /** An id above all that are known. */
    Mono<Integer> freeId(StationKey station);

    /**
     * A report.
     *
     * @param at when the station was asked, where it was asked, or when the part came
     */
    record Reported(int requestId, Instant at) {}

    /** Where a list begins and how long it is. */
    record Position(@Nullable Long after, int limit) {}
}
