/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import io.ohmnibus.station.topology.Evses.Described;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@EmbeddedTest
final class EvsesIT {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Description NOTHING = new Description(null, null, null);

    private final Evses evses;
    private final Topology topology;

    EvsesIT(TestDatabase database) {
        var client = ServiceDatabase.migrate(database, Service.STATION).client();
        evses = new Evses(client);
        topology = new PostgresTopology(client);
    }

    @Test
    void whatIsDescribedIsSeenLaterAndStaysDescribed() {
        StationKey station = new StationKey("t", "CS-1");
        Description ccs = new Description("left", "cCCS2", 150_000);
        evses.describe(List.of(new Described(station, new Place(1, 1), ccs))).block();
        assertThat(topology.places(station).collectList().block())
                .containsExactly(new Place(1, 0), new Place(1, 1));

        topology.learn(station, List.of(new Place(1, 1), new Place(2, 1)), NOW).block();
        topology.learn(station, List.of(new Place(1, 1)), NOW.plusSeconds(9)).block();

        assertThat(evses.list(station).collectList().block())
                .containsExactly(
                        new Described(station, new Place(1, 0), NOTHING, NOW),
                        new Described(station, new Place(1, 1), ccs, NOW),
                        new Described(station, new Place(2, 0), NOTHING, NOW),
                        new Described(station, new Place(2, 1), NOTHING, NOW));
        assertThat(evses.list(new StationKey("u", "CS-1")).collectList().block()).isEmpty();

        assertThat(evses.forget(station, new Place(1, 1)).block()).isTrue();
        assertThat(evses.forget(station, new Place(1, 1)).block()).isFalse();
        assertThat(evses.forget(station, new Place(2, 0)).block()).isTrue();
        assertThat(topology.places(station).collectList().block()).containsExactly(new Place(1, 0));
    }

    @Test
    void describesManyAtOnceAndListsAllOfATenantInParts() {
        StationKey a = new StationKey("many", "A");
        StationKey b = new StationKey("many", "B");
        Description left = new Description("left", null, 11_000);
        Description plug = new Description(null, "cType2", null);
        evses.describe(List.of(new Described(new StationKey("else", "A"), new Place(1, 0), left)))
                .block();

        evses.describe(
                        List.of(
                                new Described(a, new Place(1, 1), plug),
                                new Described(a, new Place(1, 0), left),
                                new Described(b, new Place(2, 1), plug)))
                .block();

        Described last = new Described(a, new Place(1, 0), left);
        assertThat(evses.list("many", null, 1).collectList().block()).containsExactly(last);
        assertThat(evses.list("many", last, 9).collectList().block())
                .containsExactly(
                        new Described(a, new Place(1, 1), plug),
                        new Described(b, new Place(2, 0), NOTHING),
                        new Described(b, new Place(2, 1), plug));
    }
}
