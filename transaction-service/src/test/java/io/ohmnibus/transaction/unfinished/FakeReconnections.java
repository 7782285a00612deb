/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.unfinished;

import io.ohmnibus.transaction.unfinished.TransactionChecks.Asked;
import io.ohmnibus.transaction.unfinished.TransactionChecks.Round;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reconnected stations in memory; each has one transaction. */
final class FakeReconnections implements Reconnections {

    final List<Connection> open = new ArrayList<>();

    @Override
    public Mono<Void> opened(List<Connection> connections) {
        return Mono.fromRunnable(() -> open.addAll(connections));
    }

    @Override
    public Mono<Void> ended(List<Connection> connections) {
        return Mono.fromRunnable(() -> open.removeAll(connections));
    }

    @Override
    public Flux<Asked> claim(Instant connectedBefore, Round round, int stations) {
        List<Connection> due =
                open.stream()
                        .filter(one -> one.at().isBefore(connectedBefore))
                        .sorted(Comparator.comparing(Connection::at))
                        .limit(stations)
                        .toList();
        open.removeAll(due);
        return Flux.fromIterable(due)
                .map(one -> new Asked(one.station(), "tx-of-" + one.station().stationId()));
    }
}
