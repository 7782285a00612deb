/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.clock;

import static io.ohmnibus.station.fixture.Fixture.KEY;
import static io.ohmnibus.station.fixture.Fixture.NOW;
import static io.ohmnibus.station.fixture.Fixture.STATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.message.NotifyEventRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EventClockObserverTest {

    @Test
    void readsWhenTheMessageWasMade() {
        FakeClockSkews skews = new FakeClockSkews();
        new EventClockObserver(skews.recorder())
                .observe(
                        STATION,
                        new NotifyEventRequest(NOW.plusSeconds(90), false, 0, List.of(), null))
                .block();
        assertThat(skews.skews.get(KEY))
                .isEqualTo(new ClockSkew(Duration.ofSeconds(90), NOW, true, NOW));
    }
}
