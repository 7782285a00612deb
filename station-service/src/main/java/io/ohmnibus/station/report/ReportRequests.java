/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.report;

import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.message.GetBaseReportRequest;
import io.ohmnibus.ocpp.type.ReportBaseEnum;
import io.ohmnibus.platform.command.CommandOptions;
import io.ohmnibus.platform.command.Commands;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.station.asked.Requested;
import java.util.function.IntFunction;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks stations for reports, with request ids of its own. */
@Component
public final class ReportRequests {

    private final Reports reports;
    private final Commands commands;

    ReportRequests(Reports reports, Commands commands) {
        this.reports = reports;
        this.commands = commands;
    }

    /** Sends GetBaseReport. */
    public Mono<Requested> request(
            StationKey station, ReportBaseEnum reportBase, CommandOptions options) {
        return request(station, id -> new GetBaseReportRequest(id, reportBase, null), options);
    }

    /** Sends the request that is made for a request id. */
    Mono<Requested> request(
            StationKey station, IntFunction<Request<?>> made, CommandOptions options) {
        return Requested.withFreshId(
                reports.nextRequestId(), id -> commands.send(station, made.apply(id), options));
    }
}
