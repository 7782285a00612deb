/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.auth.security.SecurityEvents.Filter;
import io.ohmnibus.auth.security.SecurityEvents.SecurityEvent;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.SecurityEventNotificationRequest;
import io.ohmnibus.platform.ocpp.Call;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import io.ohmnibus.platform.web.Cursor;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@EmbeddedTest
final class PostgresSecurityEventsIT {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final PostgresSecurityEvents events;

    PostgresSecurityEventsIT(TestDatabase database) {
        this.events =
                new PostgresSecurityEvents(
                        ServiceDatabase.migrate(database, Service.AUTH).client());
    }

    private void add(String tenant, int second, String type, @Nullable String info) {
        Station station =
                new Station(
                        new StationKey(tenant, "CS-1"),
                        OcppVersion.V2_1,
                        new Call("message", NOW.plusSeconds(second), "connection"));
        events.add(station, new SecurityEventNotificationRequest(type, NOW, info, null)).block();
    }

    private Page<SecurityEvent> list(Filter filter, PageRequest request) {
        Page<SecurityEvent> page = events.list("default", filter, request).block();
        assertThat(page).isNotNull();
        return page;
    }

    @Test
    void listsTheNewestFirstInPages() {
        add("default", 1, "StartupOfTheDevice", null);
        add("default", 2, "TamperDetectionActivated", "lid\0${jndi:ldap://x}"); // A36
        add("default", 3, "StartupOfTheDevice", "again");
        add("other", 4, "StartupOfTheDevice", null);
        Filter all = new Filter("CS-1", null, null, null, null, null);

        Page<SecurityEvent> first = list(all, new PageRequest(null, 2));
        assertThat(first.items())
                .extracting(SecurityEvent::techInfo)
                .containsExactly("again", "lid\uFFFD${jndi:ldap://x}");
        assertThat(first.next()).isNotNull();
        Page<SecurityEvent> second = list(all, new PageRequest(Cursor.decode(first.next()), 2));
        assertThat(second.items())
                .extracting(SecurityEvent::receivedAt)
                .containsExactly(NOW.plusSeconds(1));
        assertThat(second.next()).isNull();
    }

    @Test
    void findsByTypeGravityAndTime() {
        add("default", 11, "StartupOfTheDevice", null);
        add("default", 12, "InvalidMessages", null);
        add("default", 13, "vendor.Explosion", null);
        assertThat(types(new Filter(null, "InvalidMessages", null, null, null, null)))
                .containsExactly("InvalidMessages");
        Instant from = NOW.plusSeconds(11);
        assertThat(types(new Filter("CS-1", null, null, true, from, null)))
                .containsExactly("vendor.Explosion", "StartupOfTheDevice");
        assertThat(types(new Filter("CS-1", null, null, null, from, NOW.plusSeconds(13))))
                .containsExactly("InvalidMessages", "StartupOfTheDevice");
        assertThat(types(new Filter("CS-2", null, null, null, null, null))).isEmpty();
    }

    private List<String> types(Filter filter) {
        return list(filter, new PageRequest(null, 50)).items().stream()
                .map(SecurityEvent::type)
                .toList();
    }
}
