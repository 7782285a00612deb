/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.firmware.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.NotifyEventRequest;
import io.ohmnibus.ocpp.message.NotifyEventResponse;
import io.ohmnibus.platform.ocpp.Call;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.Requirement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

final class NotifyEventHandlerTest {

    private final List<StationEvent> stored = new ArrayList<>();
    private final StationEvents events =
            new StationEvents() {
                @Override
                public Mono<Void> add(List<Reported> events) {
                    return Mono.fromRunnable(
                            () -> events.forEach(reported -> stored.add(reported.event())));
                }

                @Override
                public Flux<Stored> list(
                        StationKey station, Filter filter, @Nullable Long before, int limit) {
                    return Flux.empty();
                }
            };

    private NotifyEventResponse send(NotifyEventRequest request) {
        Station station =
                new Station(
                        new StationKey("default", "CS-1"),
                        OcppVersion.V2_1,
                        new Call("m1", SampleEvents.NOW, "c1"));
        NotifyEventResponse answer =
                new NotifyEventHandler(events).handle(station, request).block();
        assertThat(answer).isNotNull();
        return answer;
    }

    @Test
    @Requirement("N07.FR.03")
    void keepsEveryEventAndAnswersWithNothing() {
        NotifyEventRequest request =
                new NotifyEventRequest(
                        SampleEvents.NOW,
                        true,
                        1,
                        List.of(
                                SampleEvents.event(1, SampleEvents.NOW),
                                SampleEvents.event(2, SampleEvents.NOW.plusSeconds(86_400))),
                        null);
        assertThat(send(request)).isEqualTo(NotifyEventResponse.EMPTY);
        assertThat(stored).extracting(StationEvent::eventId).containsExactly(1, 2);
        assertThat(stored).extracting(StationEvent::clockSuspect).containsExactly(false, true);
        assertThat(stored).allMatch(event -> event.message().toBeContinued());
    }
}
