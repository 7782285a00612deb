/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.availability;

import static io.ohmnibus.station.fixture.Fixture.NOW;
import static io.ohmnibus.station.fixture.Fixture.STATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.contracts.station.AvailabilityChanged;
import io.ohmnibus.ocpp.message.StatusNotificationRequest;
import io.ohmnibus.ocpp.message.StatusNotificationResponse;
import io.ohmnibus.ocpp.type.ConnectorStatusEnum;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.station.fixture.FakeTopology;
import io.ohmnibus.station.topology.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

final class StatusNotificationHandlerTest {

    private static final Place CONNECTOR = new Place(1, 2);

    private final FakeAvailabilityStates states = new FakeAvailabilityStates();
    private final FakeTopology topology = new FakeTopology();
    private final List<Object> events = new ArrayList<>();
    private final StatusNotificationHandler handler =
            new StatusNotificationHandler(
                    new AvailabilityRecorder(
                            states,
                            topology,
                            (station, event) -> Mono.fromRunnable(() -> events.add(event))));

    private void send(ConnectorStatusEnum status, Instant at) {
        assertThat(
                        handler.handle(
                                        STATION,
                                        new StatusNotificationRequest(at, status, 1, 2, null))
                                .block())
                .isEqualTo(StatusNotificationResponse.EMPTY);
    }

    @Test
    @Requirement("G01.FR.03")
    void aNewStateStandsAndIsAnnouncedOnce() {
        send(ConnectorStatusEnum.OCCUPIED, NOW);
        send(ConnectorStatusEnum.OCCUPIED, NOW);
        assertThat(states.state(CONNECTOR, Observation.Aspect.AVAILABILITY)).isEqualTo("Occupied");
        assertThat(topology.places).containsExactly(CONNECTOR);
        assertThat(events)
                .containsExactly(
                        new AvailabilityChanged(
                                1, 2, null, ConnectorStatusEnum.OCCUPIED, NOW, NOW));
    }

    @Test
    @Requirement("B04.FR.02")
    void whatComesLateDoesNotReplaceWhatIsNewer() {
        send(ConnectorStatusEnum.OCCUPIED, NOW);
        send(ConnectorStatusEnum.AVAILABLE, NOW.minusSeconds(3600));
        assertThat(states.state(CONNECTOR, Observation.Aspect.AVAILABILITY)).isEqualTo("Occupied");
        assertThat(states.late).containsExactly(false, true);
        assertThat(events).hasSize(1);
    }

    @Test // A33, pain 12
    void aClockThatCannotBeRightDoesNotKeepLaterStatesOut() {
        send(ConnectorStatusEnum.OCCUPIED, Instant.parse("9999-01-01T00:00:00Z"));
        send(ConnectorStatusEnum.AVAILABLE, NOW);
        assertThat(states.state(CONNECTOR, Observation.Aspect.AVAILABILITY)).isEqualTo("Available");
    }
}
