/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.security;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.ohmnibus.ocpp.message.SecurityEventNotificationRequest;
import io.ohmnibus.ocpp.message.SecurityEventNotificationResponse;
import io.ohmnibus.platform.ocpp.CallHandler;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.ocpp.UseCase;
import reactor.core.publisher.Mono;

/** Keeps what a station reports about its security, and confirms it. */
@UseCase("A04")
final class SecurityEventNotificationHandler
        implements CallHandler<
                SecurityEventNotificationRequest, SecurityEventNotificationResponse> {

    private final SecurityEvents events;
    private final MeterRegistry meters;

    SecurityEventNotificationHandler(SecurityEvents events, MeterRegistry meters) {
        this.events = events;
        this.meters = meters;
    }

    @Override
    public Mono<SecurityEventNotificationResponse> handle(
            Station station, SecurityEventNotificationRequest request) {
        return events.add(station, request)
                .doOnSuccess(_ -> count(request.type()))
                .thenReturn(SecurityEventNotificationResponse.EMPTY); // A04.FR.03
    }

    private void count(String type) {
        Counter.builder("ohmnibus.security.events")
                .description("Security events that stations reported")
                .tag("type", SecurityEventTypes.label(type))
                .tag("critical", Boolean.toString(SecurityEventTypes.critical(type)))
                .register(meters)
                .increment();
    }
}
