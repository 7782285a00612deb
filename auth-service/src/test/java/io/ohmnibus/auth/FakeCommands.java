/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth;

import io.ohmnibus.ocpp.Request;
import io.ohmnibus.platform.command.CommandOptions;
import io.ohmnibus.platform.command.Commands;
import io.ohmnibus.platform.ocpp.StationKey;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Keeps what is sent. */
public final class FakeCommands implements Commands {

    private final List<Request<?>> sent = new ArrayList<>();

    @Override
    public Mono<UUID> send(StationKey station, Request<?> request, CommandOptions options) {
        return Mono.fromSupplier(() -> {
            sent.add(request);
            return UUID.randomUUID();
        });
    }

    /** All that was sent, oldest first. */
    public List<Request<?>> sent() {
        return sent;
    }

    /** What was sent last. */
    public <Q extends Request<?>> Q last(Class<Q> type) {
        return type.cast(sent.getLast());
    }
}
