/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PlanTest {

    private static Plan only(String... names) {
        return new Plan(List.of(1, 20), 10_000, 1000, Set.of(names));
    }

    @Test
    void measuresEverythingButASoakRunUnlessMoreIsSaid() {
        assertThat(only().scenarios())
                .containsOnlyKeys(
                        "events",
                        "authorizes",
                        "heartbeats",
                        "sessions",
                        "commands",
                        "storm",
                        "storm-tls",
                        "idle");
        assertThat(only("soak", "events").scenarios()).containsOnlyKeys("events", "soak");
    }

    @Test
    void registersNoMoreStationsThanAreNeeded() {
        assertThat(only().mostStations()).isEqualTo(10_000);
        assertThat(only("storm").mostStations()).isEqualTo(1000);
        assertThat(only("events").mostStations()).isEqualTo(20);
    }
}
