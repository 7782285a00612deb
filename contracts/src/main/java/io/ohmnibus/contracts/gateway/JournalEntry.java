/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.contracts.gateway;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A frame as it passed a gateway: the value of {@code gateway.journal}.
 *
 * @param id a UUID, so that an entry that is delivered twice is seen as one
 * @param messageType CALL, CALLRESULT, CALLERROR, CALLRESULTERROR, SEND or what it was instead
 * @param action the action, also of answers as far as the gateway knew it
 * @param frame the JSON of the frame with secrets masked, cut when it is long; of what is no JSON
 *     only the size
 * @param deviations rules that the frame broke and the station may break, with their places
 */
public record JournalEntry(
        String id,
        Instant at,
        Direction direction,
        String connectionId,
        String messageType,
        @Nullable String messageId,
        @Nullable String action,
        String frame,
        List<String> deviations) {

    public JournalEntry {
        deviations = List.copyOf(deviations);
    }

    /** Which way a frame went. */
    public enum Direction {
        FROM_STATION,
        TO_STATION
    }
}
