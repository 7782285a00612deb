/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.trigger;

import io.ohmnibus.ocpp.Message;
import io.ohmnibus.ocpp.type.MessageTriggerEnum;
import io.ohmnibus.platform.ocpp.Received;
import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Requests for a message, to which messages that come are matched. */
interface TriggeredMessages {

    /** A message that came; of a connector where it says so. */
    record Came(
            StationKey station,
            @Nullable Integer evseId,
            @Nullable Integer connectorId,
            Instant at) {

        static Came of(Received<? extends Message> received) {
            return of(received, null, null);
        }

        static Came of(
                Received<? extends Message> received,
                @Nullable Integer evseId,
                @Nullable Integer connectorId) {
            var station = received.station();
            return new Came(station.key(), evseId, connectorId, station.call().receivedAt());
        }
    }

    /** Messages of one kind, each of another station. */
    Mono<Void> came(MessageTriggerEnum kind, List<Came> messages);
}
