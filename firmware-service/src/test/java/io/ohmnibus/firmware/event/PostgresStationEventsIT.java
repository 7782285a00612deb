/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.firmware.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.firmware.event.StationEvents.Filter;
import io.ohmnibus.firmware.event.StationEvents.Stored;
import io.ohmnibus.ocpp.message.NotifyEventRequest;
import io.ohmnibus.platform.ocpp.Call;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

@EmbeddedTest
final class PostgresStationEventsIT {

    private static final StationKey STATION = new StationKey("default", "CS-1");
    private static final Filter ALL = new Filter(null, null, null, null, null, null, null);

    private final StationEvents events;

    PostgresStationEventsIT(TestDatabase database) {
        events =
                new PostgresStationEvents(
                        ServiceDatabase.migrate(database, Service.FIRMWARE).client());
    }

    private void add(List<StationEvent> sent) {
        events.add(sent.stream().map(event -> new StationEvents.Reported(STATION, event)).toList())
                .block();
    }

    @Test
    void keepsEachEventOnceAndFindsItAgain() {
        NotifyEventRequest request =
                new NotifyEventRequest(
                        SampleEvents.NOW,
                        false,
                        0,
                        List.of(
                                SampleEvents.event(1, SampleEvents.NOW),
                                SampleEvents.event(2, SampleEvents.NOW.plusSeconds(1))),
                        null);
        List<StationEvent> sent = StationEvent.of(new Call("m1", SampleEvents.NOW, "c1"), request);
        add(sent);
        // The station got no answer, and sends them again.
        add(StationEvent.of(new Call("m2", SampleEvents.NOW.plusSeconds(30), "c2"), request));

        List<Stored> listed = events.list(STATION, ALL, null, 10).collectList().block();
        assertThat(listed).extracting(Stored::event).containsExactly(sent.get(1), sent.get(0));
        assertThat(listed).isNotNull();
        assertThat(events.list(STATION, ALL, listed.getFirst().id(), 10).count().block())
                .isEqualTo(1);
        Filter narrow =
                new Filter(
                        "connector",
                        "temperature",
                        1,
                        "tx-1",
                        3,
                        SampleEvents.NOW,
                        SampleEvents.NOW.plusSeconds(1));
        assertThat(events.list(STATION, narrow, null, 10).count().block()).isEqualTo(1);
        assertThat(events.list(new StationKey("other", "CS-1"), ALL, null, 10).count().block())
                .isZero();
    }
}
