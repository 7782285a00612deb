/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.security;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.ohmnibus.ocpp.message.SecurityEventNotificationRequest;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Mono;

/** What the CSMS sees, in a real table. */
public final class OwnSecurityEventsUnderTest {

    private final PostgresSecurityEvents events;
    private final OwnSecurityEvents own;

    public OwnSecurityEventsUnderTest(ServiceDatabase database, Clock clock) {
        events = new PostgresSecurityEvents(database.client());
        own = new OwnSecurityEvents(events, clock, new SimpleMeterRegistry());
    }

    /** For what has nothing to tell. */
    public static OwnSecurityEvents nowhere() {
        SecurityEvents none =
                new SecurityEvents() {
                    @Override
                    public Mono<Void> add(Station station, SecurityEventNotificationRequest event) {
                        return Mono.error(new UnsupportedOperationException());
                    }

                    @Override
                    public Mono<Void> addOwn(
                            StationKey station, String type, String info, Instant at) {
                        return Mono.error(new UnsupportedOperationException());
                    }

                    @Override
                    public Mono<Page<SecurityEvent>> list(
                            String tenant, Filter filter, PageRequest page) {
                        return Mono.error(new UnsupportedOperationException());
                    }
                };
        return new OwnSecurityEvents(none, Clock.systemUTC(), new SimpleMeterRegistry());
    }

    public OwnSecurityEvents own() {
        return own;
    }

    /** What was kept about a station, the newest first. */
    public List<String> texts(StationKey station) {
        SecurityEvents.Filter of =
                new SecurityEvents.Filter(station.stationId(), null, "Csms", null, null, null);
        return Objects.requireNonNull(
                        events.list(station.tenant(), of, new PageRequest(null, 50)).block())
                .items()
                .stream()
                .map(event -> event.type() + " " + event.techInfo())
                .toList();
    }
}
