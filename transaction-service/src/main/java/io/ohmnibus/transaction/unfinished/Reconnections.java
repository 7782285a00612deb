/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.unfinished;

import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.transaction.unfinished.TransactionChecks.Asked;
import io.ohmnibus.transaction.unfinished.TransactionChecks.Round;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Stations that came back in the middle of a transaction and have not been asked about it yet. */
interface Reconnections {

    /**
     * A connection of a station.
     *
     * @param epoch orders those of a station
     */
    record Connection(StationKey station, String connectionId, long epoch, Instant at) {}

    /**
     * Connections of different stations; those stations count of which a transaction went on
     * before. The newest of a station stands.
     */
    Mono<Void> opened(List<Connection> connections);

    /** What has ended need not be asked about any more; a newer connection stays. */
    Mono<Void> ended(List<Connection> connections);

    /**
     * Takes the stations that have been connected since a time, those that wait longest first, and
     * claims their transactions of which nothing was heard, and nothing asked, since they
     * connected.
     */
    Flux<Asked> claim(Instant connectedBefore, Round round, int stations);
}
