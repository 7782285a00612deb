/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.location;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

@EmbeddedTest
final class PostgresLocationsIT {

    private static final Location DEPOT =
            new Location(
                    "L-1",
                    "Depot",
                    "Street 1",
                    "Berlin",
                    "10115",
                    "DE",
                    new BigDecimal("52.532"),
                    new BigDecimal("13.3849"),
                    "Europe/Berlin");

    private final DatabaseClient database;
    private final Locations locations;

    PostgresLocationsIT(TestDatabase database) {
        this.database = ServiceDatabase.migrate(database, Service.STATION).client();
        locations = new PostgresLocations(this.database);
    }

    @Test
    void keepsLocationsOfTenantsApart() {
        Location bare = new Location("L-2", "Other", null, null, null, null, null, null, null);
        assertThat(locations.put("default", DEPOT).block()).isTrue();
        assertThat(locations.put("default", DEPOT).block()).isFalse();
        locations.put("default", bare).block();
        assertThat(locations.find("default", "L-1").block()).isEqualTo(DEPOT);
        assertThat(locations.list("default", null, 9).collectList().block())
                .containsExactly(DEPOT, bare);
        assertThat(locations.list("default", "L-1", 9).collectList().block()).containsExactly(bare);
        assertThat(locations.list("other", null, 9).collectList().block()).isEmpty();
        assertThat(locations.find("other", "L-1").blockOptional()).isEmpty();
        assertThat(locations.remove("other", "L-1").block()).isFalse();
    }

    @Test
    void aStationStaysWhenItsLocationGoes() {
        locations.put("third", DEPOT).block();
        database.sql(
                        """
                        insert into stations (tenant, station_id, security_profile, policy_status,
                            registered_at, location_id)
                        values ('third', 'CS-1', 1, 'Accepted', now(), 'L-1')
                        """)
                .then()
                .block();

        assertThat(locations.remove("third", "L-1").block()).isTrue();

        assertThat(
                        database.sql("select location_id from stations where tenant = 'third'")
                                .map(row -> row.get("location_id", String.class) == null)
                                .one()
                                .block())
                .isTrue();
    }
}
