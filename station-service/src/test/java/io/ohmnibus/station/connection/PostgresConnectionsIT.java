/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.contracts.gateway.StationConnection;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import io.ohmnibus.station.store.Columns;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

@EmbeddedTest
final class PostgresConnectionsIT {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final StationKey STATION = new StationKey("default", "CS-1");

    private final DatabaseClient client;
    private final Connections connections;

    PostgresConnectionsIT(TestDatabase database) {
        client = ServiceDatabase.migrate(database, Service.STATION).client();
        connections = new PostgresConnections(client);
    }

    private long online() {
        Long count =
                client.sql("select count(*) as n from connections where online")
                        .map(row -> Columns.required(row, "n", Long.class))
                        .one()
                        .block();
        return count == null ? 0 : count;
    }

    @Test // pain 3
    void theLateEndOfAnOlderConnectionChangesNothing() {
        StationConnection old = StationConnection.opened("a", 0, "ocpp2.1", NOW, "10.0.0.1:1");
        StationConnection young = StationConnection.opened("b", 1, "ocpp2.1", NOW, "10.0.0.1:2");
        connections.put(STATION, old).block();
        connections.put(STATION, young).block();
        connections.put(STATION, old.ended(NOW, "replaced")).block();
        assertThat(online()).isEqualTo(1);
        connections.put(STATION, young.ended(NOW, "gone")).block();
        assertThat(online()).isZero();
        connections.remove(STATION).block();
        assertThat(online()).isZero();
    }
}
