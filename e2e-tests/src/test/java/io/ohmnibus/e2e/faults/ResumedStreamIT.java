/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.e2e.fleet.Listening;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.test.process.ServiceProcess;
import io.ohmnibus.simulator.Station;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** A service dies under those who listen to its stream. */
@Isolated
@Tag("faults")
final class ResumedStreamIT {

    private static final Duration LIMIT = Duration.ofSeconds(120);

    private static final Cluster CLUSTER = Cluster.shared();

    @Test
    void whoResumesThereOrElsewhereMissesNothing() {
        ServiceProcess killed = CLUSTER.service(Service.STATION);
        try (ServiceProcess other = CLUSTER.another(Service.STATION);
                Listening witness = listen(other, null);
                Station station = CLUSTER.booted(0)) {
            witness.lastId();
            Listening listening = listen(killed, null);
            listening.lastId();
            leave(station, witness);
            comeBack(station, witness);
            await().atMost(LIMIT)
                    .untilAsserted(() ->
                            assertThat(connections(listening, station))
                                    .containsExactly("StationDisconnected", "StationConnected"));

            killed.jvm().kill();
            await().atMost(LIMIT).until(listening::ended);
            leave(station, witness);
            comeBack(station, witness);
            leave(station, witness);
            killed.restart();

            for (ServiceProcess process : List.of(other, killed)) {
                try (Listening resumed = listen(process, listening.lastId())) {
                    await().atMost(LIMIT)
                            .untilAsserted(() ->
                                    assertThat(connections(resumed, station))
                                            .containsExactly(
                                                    "StationDisconnected",
                                                    "StationConnected",
                                                    "StationDisconnected"));
                    assertThat(resumed.heard()).doesNotContainAnyElementsOf(listening.heard());
                }
            }
        }
    }

    /** A station that is back before it was missed has left unnoticed, so that is waited for. */
    private static void leave(Station station, Listening witness) {
        station.goOffline();
        awaitLast(witness, station, "StationDisconnected");
    }

    private static void comeBack(Station station, Listening witness) {
        station.goOnline();
        awaitLast(witness, station, "StationConnected");
    }

    private static void awaitLast(Listening witness, Station station, String type) {
        await().atMost(LIMIT)
                .until(() ->
                        type.equals(
                                connections(witness, station).stream()
                                        .reduce("", (_, last) -> last)));
    }

    private static Listening listen(ServiceProcess process, @Nullable String after) {
        return new Listening(process.rest().resolve("stream"), CLUSTER.token(), after);
    }

    private static List<String> connections(Listening listening, Station station) {
        return listening.heardOf(station.id()).stream()
                .filter(type -> type.contains("onnected"))
                .toList();
    }
}
