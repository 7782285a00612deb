/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.clock;

import static io.ohmnibus.station.fixture.Fixture.KEY;
import static io.ohmnibus.station.fixture.Fixture.NOW;
import static io.ohmnibus.station.fixture.Fixture.STATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.message.StatusNotificationRequest;
import io.ohmnibus.ocpp.type.ConnectorStatusEnum;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class StatusClockObserverTest {

    @Test
    void readsWhenTheStateWasReported() {
        FakeClockSkews skews = new FakeClockSkews();
        new StatusClockObserver(skews.recorder())
                .observe(
                        STATION,
                        new StatusNotificationRequest(
                                NOW.plusSeconds(90), ConnectorStatusEnum.AVAILABLE, 1, 1, null))
                .block();
        assertThat(skews.skews.get(KEY))
                .isEqualTo(new ClockSkew(Duration.ofSeconds(90), NOW, true, NOW));
    }
}
