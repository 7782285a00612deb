/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.contracts.gateway.StationConnection;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class RoutedStationTest {

    private static StationConnection connection(String id) {
        return StationConnection.opened(id, 0, "ocpp2.1", Instant.EPOCH, "1.2.3.4:5");
    }

    @Test
    void takesTheNewestConnection() {
        RoutedStation station = new RoutedStation();
        station.apply(connection("a"));
        assertThat(station.apply(connection("b")).connectionId()).isEqualTo("b");
    }

    @Test
    void isNotConfusedByTheLateEndOfAnOlderConnection() { // pain 3
        RoutedStation station = new RoutedStation();
        station.apply(connection("a"));
        station.apply(connection("b"));
        StationConnection current = station.apply(connection("a").ended(Instant.EPOCH, "late"));
        assertThat(current).isEqualTo(connection("b"));
    }

    @Test
    void isOfflineAfterTheEndOfItsConnection() {
        RoutedStation station = new RoutedStation();
        station.apply(connection("a"));
        assertThat(station.apply(connection("a").ended(Instant.EPOCH, "gone")).online()).isFalse();
    }
}
