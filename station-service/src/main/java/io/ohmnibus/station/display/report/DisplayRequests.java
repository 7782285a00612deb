/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.display.report;

import io.ohmnibus.ocpp.message.GetDisplayMessagesRequest;
import io.ohmnibus.platform.command.CommandOptions;
import io.ohmnibus.platform.command.Commands;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.station.asked.Requested;
import io.ohmnibus.station.display.DisplayCriteria;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks stations for their messages, with request ids of its own. */
@Component
final class DisplayRequests {

    private final DisplayReports reports;
    private final Commands commands;

    DisplayRequests(DisplayReports reports, Commands commands) {
        this.reports = reports;
        this.commands = commands;
    }

    /** Sends GetDisplayMessages. */
    Mono<Requested> request(StationKey station, DisplayCriteria criteria, CommandOptions options) {
        return Requested.withFreshId(
                reports.nextRequestId(),
                id -> commands.send(station, request(id, criteria), options));
    }

    private static GetDisplayMessagesRequest request(int id, DisplayCriteria criteria) {
        return new GetDisplayMessagesRequest(
                criteria.ids(), id, criteria.priority(), criteria.state(), null);
    }
}
