/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

@EmbeddedTest
final class PostgresClockSkewsIT {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final StationKey AHEAD = new StationKey("clocks", "CS-1");
    private static final StationKey RIGHT = new StationKey("clocks", "CS-2");
    private static final StationKey UNKNOWN = new StationKey("clocks", "CS-3");

    private final DatabaseClient client;
    private final ClockSkews skews;

    PostgresClockSkewsIT(TestDatabase database) {
        client = ServiceDatabase.migrate(database, Service.STATION).client();
        skews = new PostgresClockSkews(client);
    }

    private void run(String sql) {
        client.sql(sql).then().block();
    }

    @Test
    void keepsAnEstimateForEachStationBesideItsBootAndItsConnection() {
        run(
                """
                insert into stations (tenant, station_id, security_profile, policy_status,
                    registered_at, boot_at)
                select 'clocks', id, 1, 'Accepted', now(), '2026-03-01T09:00:00Z'
                from unnest(array['CS-1', 'CS-2']) as id
                """);
        run(
                """
                insert into connections (tenant, station_id, online, connection_id, connected_at,
                    changed_at)
                values ('clocks', 'CS-1', true, 'c9', '2026-03-01T08:00:00Z', now())
                """);
        ClockSkew far = new ClockSkew(Duration.ofHours(-2), NOW, true, NOW.minusSeconds(9));
        ClockSkew near = new ClockSkew(Duration.ofMillis(12), NOW, false, NOW);
        skews.put(Map.of(AHEAD, near, RIGHT, near)).block();
        skews.put(Map.of(AHEAD, far)).block();
        skews.put(Map.of()).block();

        assertThat(skews.known(List.of(AHEAD, RIGHT, UNKNOWN)).block())
                .isEqualTo(
                        Map.of(
                                AHEAD,
                                new ClockSkews.Known(
                                        far,
                                        Instant.parse("2026-03-01T09:00:00Z"),
                                        "c9",
                                        Instant.parse("2026-03-01T08:00:00Z")),
                                RIGHT,
                                new ClockSkews.Known(
                                        near, Instant.parse("2026-03-01T09:00:00Z"), null, null)));
        assertThat(skews.find(AHEAD).block()).isEqualTo(far);
        assertThat(skews.find(UNKNOWN).block()).isNull();
        assertThat(skews.countBeyond().block()).isEqualTo(1);
        assertThat(skews.list("clocks", true, null, 10).collectList().block())
                .containsExactly(new ClockSkews.Estimated(AHEAD, far));
        assertThat(skews.list("clocks", null, "CS-1", 10).collectList().block())
                .containsExactly(new ClockSkews.Estimated(RIGHT, near));
        assertThat(skews.list("other", null, null, 10).count().block()).isZero();
    }
}
