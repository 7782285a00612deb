/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.security;

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

    SecurityEventNotificationHandler(SecurityEvents events) {
        this.events = events;
    }

    @Override
    public Mono<SecurityEventNotificationResponse> handle(
            Station station, SecurityEventNotificationRequest request) {
        return events.add(station, request)
                .thenReturn(SecurityEventNotificationResponse.EMPTY); // A04.FR.03
    }
}
