/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.availability;

import static io.ohmnibus.station.fixture.Fixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.station.topology.Place;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class AvailabilityOverviewTest {

    private static AvailabilityStates.State state(int evse, int connector, String state) {
        return new AvailabilityStates.State(
                new Place(evse, connector),
                Observation.Aspect.AVAILABILITY.text(),
                state,
                "NotifyEvent",
                NOW,
                NOW,
                false);
    }

    private static @Nullable Boolean inEffect(
            Place place, String wanted, AvailabilityStates.State... states) {
        var change = new AvailabilityStates.Change(place, wanted, "Scheduled", null, NOW);
        return AvailabilityOverview.of(List.of(), List.of(states), List.of(change))
                .places()
                .stream()
                .map(AvailabilityOverview.Entry::requested)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow()
                .inEffect();
    }

    @Test
    @Requirement({"G03.FR.05", "G04.FR.06"})
    void aScheduledChangeIsInEffectWhenTheConnectorsSaySo() {
        Place evse = new Place(1, 0);
        assertThat(inEffect(evse, "Inoperative", state(1, 1, "Occupied"))).isFalse();
        assertThat(
                        inEffect(
                                evse,
                                "Inoperative",
                                state(1, 1, "Unavailable"),
                                state(1, 2, "Faulted"),
                                state(2, 1, "Available")))
                .isTrue();
        assertThat(
                        inEffect(
                                Place.STATION,
                                "Inoperative",
                                state(1, 1, "Unavailable"),
                                state(2, 1, "Occupied")))
                .isFalse();
        assertThat(
                        inEffect(
                                Place.STATION,
                                "Operative",
                                state(1, 1, "Unavailable"),
                                state(2, 1, "Available")))
                .isTrue();
        assertThat(inEffect(new Place(1, 2), "Operative", state(1, 2, "Unavailable"))).isFalse();
    }
}
