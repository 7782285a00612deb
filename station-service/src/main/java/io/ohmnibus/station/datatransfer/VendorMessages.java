/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.datatransfer;

import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Which messages of vendors were exchanged with each station, and how they were answered; not what
 * was in them, which may be secret.
 */
interface VendorMessages {

    enum Direction {
        FROM_STATION("FromStation"),
        TO_STATION("ToStation");

        private final String text;

        Direction(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /** What a message is called; the message id may be missing. */
    record Name(String vendorId, @Nullable String messageId) {}

    /**
     * Messages of one name.
     *
     * @param lastStatus how the last one was answered, or Refused, TimedOut, Offline
     */
    record Seen(
            String direction,
            String vendorId,
            @Nullable String messageId,
            long count,
            String lastStatus,
            Instant lastAt) {}

    /** Counts a message; one name too many is not counted. */
    Mono<Void> seen(StationKey station, Direction direction, Name name, String status, Instant at);

    /** By direction, vendor and message, beginning after one. */
    Flux<Seen> list(StationKey station, @Nullable Seen after, int limit);
}
