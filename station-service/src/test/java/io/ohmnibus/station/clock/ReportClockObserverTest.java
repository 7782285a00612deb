/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.clock;

import static io.ohmnibus.station.fixture.Fixture.KEY;
import static io.ohmnibus.station.fixture.Fixture.NOW;
import static io.ohmnibus.station.fixture.Fixture.STATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.message.NotifyReportRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReportClockObserverTest {

    @Test
    void readsWhenThePartWasMadeAndTrustsThatItDidNotWait() {
        FakeClockSkews skews = new FakeClockSkews();
        new ReportClockObserver(skews.recorder())
                .observe(
                        STATION,
                        new NotifyReportRequest(1, NOW.minusSeconds(90), List.of(), false, 0, null))
                .block();
        assertThat(skews.skews.get(KEY))
                .isEqualTo(new ClockSkew(Duration.ofSeconds(-90), NOW, true, NOW));
    }
}
