/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.security;

import io.ohmnibus.ocpp.message.SecurityEventNotificationRequest;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The security events of all stations. */
interface SecurityEvents {

    /**
     * One event.
     *
     * @param type as the station sent it; the appendices list the usual ones
     * @param occurredAt by the station's clock
     * @param receivedAt by ours
     */
    record SecurityEvent(
            UUID id,
            String stationId,
            String type,
            Instant occurredAt,
            Instant receivedAt,
            @Nullable String techInfo) {}

    /** What to list; null leaves a filter out. */
    record Filter(String tenant, @Nullable String stationId, @Nullable String type) {}

    /** Keeps an event. */
    Mono<Void> add(Station station, SecurityEventNotificationRequest event);

    /** Events, newest first. */
    Mono<Page<SecurityEvent>> list(Filter filter, PageRequest page);
}
