/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.SecurityEventNotificationRequest;
import io.ohmnibus.ocpp.message.SecurityEventNotificationResponse;
import io.ohmnibus.platform.ocpp.Call;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

final class SecurityEventNotificationHandlerTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private static final class FakeSecurityEvents implements SecurityEvents {

        private final List<SecurityEventNotificationRequest> added = new ArrayList<>();

        @Override
        public Mono<Void> add(Station station, SecurityEventNotificationRequest event) {
            return Mono.fromRunnable(() -> added.add(event));
        }

        @Override
        public Mono<Void> addOwn(StationKey station, String type, String info, Instant at) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Mono<Page<SecurityEvent>> list(String tenant, Filter filter, PageRequest page) {
            return Mono.just(new Page<>(List.of(), null));
        }
    }

    @Test
    @Requirement("A04.FR.03")
    void keepsTheEventAndConfirmsIt() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        FakeSecurityEvents events = new FakeSecurityEvents();
        SecurityEventNotificationRequest event =
                new SecurityEventNotificationRequest("TamperDetectionActivated", NOW, "lid", null);

        assertThat(
                        new SecurityEventNotificationHandler(events, meters)
                                .handle(
                                        new Station(
                                                new StationKey("default", "CS-1"),
                                                OcppVersion.V2_0_1,
                                                new Call("message", NOW, "connection")),
                                        event)
                                .block())
                .isEqualTo(SecurityEventNotificationResponse.EMPTY);
        assertThat(events.added).containsExactly(event);
        assertThat(
                        meters.get("ohmnibus.security.events")
                                .tags("type", "TamperDetectionActivated", "critical", "true")
                                .counter()
                                .count())
                .isEqualTo(1);
    }
}
