/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.contracts.gateway.RefusedHandshake;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

@EmbeddedTest
final class UnknownStationsIT {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final String tenant = "t" + UUID.randomUUID();
    private final DatabaseClient database;
    private final UnknownStations stations;

    UnknownStationsIT(TestDatabase server) {
        database = ServiceDatabase.migrate(server, Service.STATION).client();
        stations = new UnknownStations(database, new PoolProperties(3));
    }

    private void seen(String id, int second) {
        stations.seen(
                        new StationKey(tenant, id),
                        new RefusedHandshake(
                                NOW.plusSeconds(second),
                                0,
                                tenant,
                                id,
                                "10.0.0." + second + ":1",
                                2,
                                "UNKNOWN_STATION",
                                ""))
                .block();
    }

    private List<UnknownStation> all() {
        return Objects.requireNonNull(stations.list(tenant, null, 10).collectList().block());
    }

    @Test
    void onlyTenantsThatWantToKnowDo() {
        seen("A", 1);
        assertThat(all()).isEmpty();
        assertThat(stations.isOn(tenant).block()).isFalse();
        stations.on(tenant, "me", NOW).block();
        stations.on(tenant, "you", NOW).block();
        assertThat(stations.isOn(tenant).block()).isTrue();
        seen("A", 2);
        seen("A", 3);
        seen("A", 3); // the record comes again
        assertThat(all())
                .containsExactly(
                        new UnknownStation(
                                "A", "10.0.0.3:1", 2, 2, NOW.plusSeconds(2), NOW.plusSeconds(3)));
        stations.off(tenant).block();
        assertThat(all()).isEmpty();
    }

    @Test // A4
    void whoInventsNamesFillsNothing() {
        stations.on(tenant, "me", NOW).block();
        for (int i = 1; i <= 6; i++) {
            seen("CS-" + i, i);
        }
        assertThat(all())
                .extracting(UnknownStation::stationId)
                .containsExactly("CS-4", "CS-5", "CS-6");
        assertThat(stations.list(tenant, "CS-4", 1).collectList().block())
                .extracting(UnknownStation::stationId)
                .containsExactly("CS-5");
    }

    @Test
    void aStationThatIsRegisteredIsNotUnknown() {
        stations.on(tenant, "me", NOW).block();
        database.sql(
                        """
                        insert into stations (tenant, station_id, security_profile, policy_status,
                            registered_at) values (:tenant, 'A', 1, 'Accepted', now())
                        """)
                .bind("tenant", tenant)
                .then()
                .block();
        seen("A", 1);
        assertThat(all()).isEmpty();
    }
}
