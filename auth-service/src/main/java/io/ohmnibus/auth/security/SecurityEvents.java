/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.security;

import io.ohmnibus.ocpp.message.SecurityEventNotificationRequest;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.ocpp.StationKey;
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
     * @param source {@code Station} for what the station reported, {@code Csms} for what we saw
     * @param critical whether the appendices of Part 2 call the type so, or do not know it
     * @param occurredAt by the station's clock
     * @param receivedAt by ours
     */
    record SecurityEvent(
            UUID id,
            String stationId,
            String type,
            String source,
            boolean critical,
            Instant occurredAt,
            Instant receivedAt,
            @Nullable String techInfo) {}

    /**
     * What to list; null leaves a filter out.
     *
     * @param from received then or later
     * @param until received before
     */
    record Filter(
            @Nullable String stationId,
            @Nullable String type,
            @Nullable String source,
            @Nullable Boolean critical,
            @Nullable Instant from,
            @Nullable Instant until) {}

    /** Keeps an event. */
    Mono<Void> add(Station station, SecurityEventNotificationRequest event);

    /**
     * Keeps what we saw ourselves, unless the same was kept in the ten minutes before.
     *
     * @param info as the type and it say
     */
    Mono<Void> addOwn(StationKey station, String type, String info, Instant at);

    /** Events, newest first. */
    Mono<Page<SecurityEvent>> list(String tenant, Filter filter, PageRequest page);
}
