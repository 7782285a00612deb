/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.trigger;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.type.MessageTriggerEnum;
import io.ohmnibus.platform.ocpp.Call;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Remembers what came. */
final class Seen implements TriggeredMessages {

    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    static final StationKey KEY = new StationKey("default", "CS-1");
    static final Station STATION =
            new Station(KEY, OcppVersion.V2_1, new Call("message", NOW, "connection"));

    /** A message as it was seen. */
    record One(MessageTriggerEnum kind, Came came) {}

    private final List<One> all = new ArrayList<>();

    @Override
    public Mono<Void> came(MessageTriggerEnum kind, List<Came> messages) {
        return Mono.fromRunnable(() -> messages.forEach(came -> all.add(new One(kind, came))));
    }

    static One of(
            MessageTriggerEnum kind, @Nullable Integer evseId, @Nullable Integer connectorId) {
        return new One(kind, new Came(KEY, evseId, connectorId, NOW));
    }

    List<One> all() {
        return all;
    }
}
