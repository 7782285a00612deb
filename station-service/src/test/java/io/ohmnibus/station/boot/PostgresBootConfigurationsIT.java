/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.type.RegistrationStatusEnum;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import io.ohmnibus.station.registry.BootPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

@EmbeddedTest
final class PostgresBootConfigurationsIT {

    private final String tenant = "t" + UUID.randomUUID();
    private final StationKey station = new StationKey(tenant, "CS-1");
    private final DatabaseClient database;
    private final BootConfigurations configurations;

    PostgresBootConfigurationsIT(TestDatabase server) {
        database = ServiceDatabase.migrate(server, Service.STATION).client();
        configurations = new PostgresBootConfigurations(database);
    }

    @Test
    void keepsOneForEachModelAndOneForAll() {
        BootPolicy pending =
                new BootPolicy(RegistrationStatusEnum.PENDING, Duration.ofSeconds(30), "Wait");
        BootConfiguration ofAll = new BootConfiguration(tenant, "", pending, true);
        BootConfiguration ofModel = new BootConfiguration(tenant, "M", BootPolicy.ACCEPT, false);
        configurations.put(new BootConfiguration(tenant, "", BootPolicy.ACCEPT, false)).block();
        configurations.put(ofAll).block();
        configurations.put(ofModel).block();
        assertThat(configurations.of(List.of(tenant, "other")).collectList().block())
                .containsExactly(ofAll, ofModel);
        assertThat(configurations.remove("other", "M").block()).isFalse();
        assertThat(configurations.remove(tenant, "M").block()).isTrue();
        assertThat(configurations.of(List.of(tenant)).collectList().block()).containsExactly(ofAll);
    }

    @Test
    void aStationIsProvisionedWhenItIsKnownAndHoldsWhatIsWanted() {
        assertThat(provisioned()).isEmpty();
        run(
                """
                insert into reports (tenant, station_id, request_id, report_base, solicited,
                    requested_at, received)
                values (TENANT, 'CS-1', 1, 'FullInventory', true, now(), '{[0,2)}')
                """);
        assertThat(provisioned()).isEmpty();
        run("update reports set last_seq_no = 1 where tenant = TENANT");
        assertThat(provisioned()).containsExactly(station);
        run(
                """
                insert into desired_states (tenant, station_id, step, due_at, changed_at)
                values (TENANT, 'CS-1', 'SETTING', now(), now())
                """);
        assertThat(provisioned()).isEmpty();
        run("update desired_states set step = 'HOLDS' where tenant = TENANT");
        assertThat(provisioned()).containsExactly(station);
    }

    private List<StationKey> provisioned() {
        return Objects.requireNonNull(
                configurations.provisioned(List.of(station)).collectList().block());
    }

    private void run(String sql) {
        database.sql(sql.replace("TENANT", "'" + tenant + "'")).then().block();
    }
}
