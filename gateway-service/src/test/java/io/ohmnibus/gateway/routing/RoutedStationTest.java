/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.routing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.contracts.gateway.StationAuthentication;
import io.ohmnibus.contracts.gateway.StationConnection;
import io.ohmnibus.gateway.command.Command;
import io.ohmnibus.ocpp.Action;
import io.ohmnibus.platform.bus.BusJson;
import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RoutedStationTest {

    private static StationConnection connection(String id) {
        return StationConnection.opened(id, 0, "ocpp2.1", Instant.EPOCH, "1.2.3.4:5");
    }

    @Test
    void readsTheDirectoryOfVersionsThatDidNotKnowHowAStationProvedWhoItIs() {
        String old =
                """
                {"connectionId":"a","gateway":0,"version":"ocpp2.1",
                "connectedAt":"1970-01-01T00:00:00Z","remoteAddress":"1.2.3.4:5",
                "disconnectedAt":null,"closeReason":null}\
                """;
        assertThat(BusJson.read(old.getBytes(UTF_8), StationConnection.class))
                .isEqualTo(connection("a"));
        StationConnection now =
                connection("a")
                        .authenticated(
                                StationAuthentication.certificate("S1", "1f", Instant.EPOCH));
        assertThat(BusJson.read(BusJson.write(now), StationConnection.class)).isEqualTo(now);
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

    @Test
    void givesBackACommandThatWaitsOnce() {
        RoutedStation station = new RoutedStation();
        Command one = command("one");
        Command two = command("two");
        station.hold(one, 10);
        station.hold(two, 10);
        assertThat(station.take("two")).isSameAs(two);
        assertThat(station.take("two")).isNull();
        assertThat(station.next()).isSameAs(one);
        assertThat(station.take("one")).isNull();
    }

    private static Command command(String id) {
        return new Command(
                id,
                new StationKey("default", "CS-1"),
                Action.RESET,
                Instant.EPOCH,
                true,
                BusRecord.keyed("ocpp.commands", "default/CS-1", new byte[0], Map.of()));
    }
}
