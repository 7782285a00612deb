/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.report;

import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.station.asked.ReportPlace;
import io.ohmnibus.station.store.CommandOutcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The reports of all stations and the parts that came of them. */
interface Reports {

    /** A request id that was not used for a while. */
    Mono<Integer> nextRequestId();

    /** Opens a base report; false when the station has one with that request id. */
    Mono<Boolean> open(StationKey station, int requestId, String reportBase, Instant at);

    /** The same for a custom report; the selection as OCPP names it. */
    Mono<Boolean> openCustom(StationKey station, int requestId, String selection, Instant at);

    /** Remembers how the station answered to the request. */
    Mono<Void> answered(StationKey station, int requestId, CommandOutcome outcome);

    /**
     * Takes a part, also of a report that nobody asked for. False when the report has had all the
     * parts it may have.
     */
    Mono<Boolean> add(StationKey station, int requestId, ReportPart part);

    /** Remembers for which hardware and firmware the whole device model was asked for. */
    Mono<Void> inventoryOf(StationKey station, int requestId, String hardware);

    /**
     * Whether the last such report was of this hardware, and neither refused nor left incomplete.
     */
    Mono<Boolean> hasInventoryOf(StationKey station, String hardware);

    /** One report, or empty. */
    Mono<Report> find(StationKey station, int requestId);

    /** The newest first, beginning before a report. */
    Flux<Report> list(StationKey station, @Nullable ReportPlace before, int limit);
}
