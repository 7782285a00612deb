/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.availability;

import static io.ohmnibus.station.fixture.Fixture.NOW;
import static io.ohmnibus.station.fixture.Fixture.STATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.message.NotifyEventRequest;
import io.ohmnibus.ocpp.type.Component;
import io.ohmnibus.ocpp.type.EVSE;
import io.ohmnibus.ocpp.type.EventData;
import io.ohmnibus.ocpp.type.EventNotificationEnum;
import io.ohmnibus.ocpp.type.EventTriggerEnum;
import io.ohmnibus.ocpp.type.Variable;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.station.fixture.FakeTopology;
import io.ohmnibus.station.topology.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

final class AvailabilityObserverTest {

    private final FakeAvailabilityStates states = new FakeAvailabilityStates();
    private final AvailabilityObserver observer =
            new AvailabilityObserver(
                    new AvailabilityRecorder(
                            states, new FakeTopology(), (station, event) -> Mono.empty()));

    private static EventData event(
            String component, @Nullable EVSE evse, String variable, String value) {
        return new EventData(
                1,
                NOW,
                EventTriggerEnum.DELTA,
                null,
                value,
                null,
                null,
                null,
                null,
                new Component(evse, component, null, null),
                null,
                EventNotificationEnum.HARD_WIRED_NOTIFICATION,
                new Variable(variable, null, null),
                null,
                null);
    }

    private void observe(EventData... events) {
        observer.observe(STATION, new NotifyEventRequest(NOW, null, 0, List.of(events), null))
                .block();
    }

    private @Nullable String state(int evse, int connector) {
        return states.state(new Place(evse, connector), Observation.Aspect.AVAILABILITY);
    }

    @Test
    @Requirement({"G01.FR.01", "B01.FR.05"})
    void seesConnectorsEvsesAndTheStation() {
        observe(
                event("connector", new EVSE(2, 1, null), "AvailabilityState", "Occupied"),
                event("EVSE", new EVSE(2, null, null), "availabilitystate", "Faulted"),
                event("ChargingStation", null, "AvailabilityState", "Available"));
        assertThat(state(2, 1)).isEqualTo("Occupied");
        assertThat(state(2, 0)).isEqualTo("Faulted");
        assertThat(state(0, 0)).isEqualTo("Available");
    }

    @Test // pain 13
    void guessesNothing() {
        observe(
                event("Connector", new EVSE(1, null, null), "AvailabilityState", "Occupied"),
                event("Connector", new EVSE(1, 1, null), "AvailabilityState", "Charging"),
                event("Connector", new EVSE(1, 1, null), "Temperature", "40"));
        assertThat(states.standing).isEmpty();
    }

    @Test
    @Requirement("G05.FR.02")
    void seesThatAPlugDoesNotLock() {
        observe(event("ConnectorPlugRetentionLock", new EVSE(1, 1, null), "Problem", "True"));
        assertThat(states.state(new Place(1, 1), Observation.Aspect.LOCK_PROBLEM))
                .isEqualTo("true");
        observe(event("ConnectorPlugRetentionLock", new EVSE(1, 1, null), "Problem", "false"));
        assertThat(states.state(new Place(1, 1), Observation.Aspect.LOCK_PROBLEM))
                .isEqualTo("false");
    }
}
