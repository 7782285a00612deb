/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.display.report;

import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.station.asked.ReportPlace;
import io.ohmnibus.station.display.DisplayCriteria;
import io.ohmnibus.station.store.CommandOutcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What stations were asked of their messages, and how much came. */
interface DisplayReports {

    /** A request id that was not used for a while. */
    Mono<Integer> nextRequestId();

    /** Opens a report; false when the station has one with that request id. */
    Mono<Boolean> open(StationKey station, int requestId, DisplayCriteria criteria, Instant at);

    /** Remembers how the station answered to the request; the report, or empty. */
    Mono<DisplayReport> answered(StationKey station, int requestId, CommandOutcome outcome);

    /** Counts a part, also of a report that nobody asked for; the report with it. */
    Mono<DisplayReport> add(StationKey station, int requestId, Part part);

    /** One report, or empty. */
    Mono<DisplayReport> find(StationKey station, int requestId);

    /** The newest first, beginning before a report. */
    Flux<DisplayReport> list(StationKey station, @Nullable ReportPlace before, int limit);

    /**
     * One NotifyDisplayMessages.
     *
     * @param last whether the station said that no more follow
     */
    record Part(int messages, boolean last, Instant receivedAt) {}
}
