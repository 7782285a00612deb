/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.contracts.gateway.StationAuthentication;
import io.ohmnibus.contracts.gateway.StationConnection;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import io.ohmnibus.station.store.Columns;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

@EmbeddedTest
final class PostgresConnectionsIT {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private static final StationConnection OLD =
            StationConnection.opened("a", 0, "ocpp2.1", NOW, "10.0.0.1:1");
    private static final StationConnection YOUNG =
            StationConnection.opened("b", 1, "ocpp2.1", NOW.plusSeconds(1), "10.0.0.1:2")
                    .authenticated(StationAuthentication.password(1, false));

    /** Another one for each test. */
    private final StationKey station = new StationKey("default", UUID.randomUUID().toString());

    private final DatabaseClient client;
    private final Connections connections;

    PostgresConnectionsIT(TestDatabase database) {
        client = ServiceDatabase.migrate(database, Service.STATION).client();
        connections = new PostgresConnections(client);
    }

    private long online() {
        Long count =
                client.sql(
                                "select count(*) as n from connections"
                                        + " where online and station_id = :station")
                        .bind("station", station.stationId())
                        .map(row -> Columns.required(row, "n", Long.class))
                        .one()
                        .block();
        return count == null ? 0 : count;
    }

    private List<PastConnection> history(Connections.@Nullable Place after, int limit) {
        return Objects.requireNonNull(
                connections.history(station, after, limit).collectList().block());
    }

    private void put(StationConnection... records) {
        for (StationConnection record : records) {
            connections.put(station, record).block();
        }
    }

    @Test // pain 3
    void whatComesLateOrTwiceChangesNothing() {
        put(OLD, YOUNG, OLD.ended(NOW, "replaced"), OLD.revived(), OLD);
        assertThat(online()).isEqualTo(1);
        put(YOUNG.ended(NOW, "gone", NOW), YOUNG);
        assertThat(online()).isZero();
        connections.remove(station).block();
        assertThat(online()).isZero();
    }

    @Test
    void remembersEveryConnectionWithItsEnd() {
        put(OLD, YOUNG, YOUNG.ended(NOW.plusSeconds(9), "gone", NOW.plusSeconds(8)));
        List<PastConnection> all = history(null, 10);
        assertThat(all).extracting(PastConnection::connectionId).containsExactly("b", "a");
        assertThat(all)
                .extracting(PastConnection::closeReason)
                .containsExactly("gone", "replaced by a newer connection");
        assertThat(all.getFirst().disconnectedAt()).isEqualTo(NOW.plusSeconds(9));
        assertThat(all.getFirst().lastSeenAt()).isEqualTo(NOW.plusSeconds(8));
        assertThat(all.getFirst().securityProfile()).isEqualTo(1);
        assertThat(all.getLast().disconnectedAt()).isEqualTo(YOUNG.connectedAt());
    }

    @Test
    void takesTheRealReasonWhenItComesLate() {
        put(YOUNG, OLD, OLD.ended(NOW, "1008 replaced"));
        assertThat(history(null, 10))
                .extracting(PastConnection::closeReason)
                .containsExactly(null, "1008 replaced");
        assertThat(online()).isEqualTo(1);
    }

    @Test
    void readsTheHistoryInPartsAndForgetsIt() {
        put(OLD, YOUNG);
        assertThat(history(null, 1)).extracting(PastConnection::connectionId).containsExactly("b");
        assertThat(history(new Connections.Place(YOUNG.epoch(), "b"), 5))
                .extracting(PastConnection::connectionId)
                .containsExactly("a");
        connections.forgetBefore(NOW.plusSeconds(60)).block();
        assertThat(history(null, 5)).extracting(PastConnection::connectionId).containsExactly("b");
    }
}
