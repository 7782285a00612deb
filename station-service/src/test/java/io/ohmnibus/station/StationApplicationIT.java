/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station;

import static io.ohmnibus.station.fixture.Fixture.KEY;
import static io.ohmnibus.station.fixture.Fixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.contracts.gateway.StationConnection;
import io.ohmnibus.platform.OhmnibusService;
import io.ohmnibus.platform.bus.Bus;
import io.ohmnibus.platform.bus.BusJson;
import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.bus.Topics;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.TestDatabase;
import io.ohmnibus.station.registry.BootPolicy;
import io.ohmnibus.station.registry.StationFilter;
import io.ohmnibus.station.registry.Stations;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The service as it is started, on a real broker and database. */
@EmbeddedTest
final class StationApplicationIT {

    private static final StationFilter ONLINE = new StationFilter(true, null, null);

    private final TestDatabase database;

    StationApplicationIT(TestDatabase database) {
        this.database = database;
    }

    @Test
    void startsAndKnowsWhoIsConnected() {
        Properties settings = new Properties();
        settings.putAll(database.properties());
        settings.setProperty("server.port", "0");
        settings.setProperty("ohmnibus.security.password-pepper", "a pepper for this test");
        settings.setProperty("ohmnibus.security.issuer", "http://localhost/issuer");
        settings.setProperty("ohmnibus.security.jwk-set-uri", "http://localhost:1/jwks");
        var builder = OhmnibusService.builder(StationApplication.class, Service.STATION);
        try (var context = builder.properties(settings).run()) {
            Stations stations = context.getBean(Stations.class);
            stations.add(KEY, 1, BootPolicy.ACCEPT, null, NOW).block();
            var connection = StationConnection.opened("c1", 0, "ocpp2.1", NOW, "10.0.0.1:1");
            byte[] value = BusJson.write(connection);
            context.getBean(Bus.class)
                    .send(BusRecord.keyed(Topics.CONNECTIONS, KEY.toString(), value, Map.of()))
                    .block();

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() ->
                            assertThat(
                                            stations.list(KEY.tenant(), ONLINE, null, 10)
                                                    .count()
                                                    .block())
                                    .isEqualTo(1));
        }
    }
}
