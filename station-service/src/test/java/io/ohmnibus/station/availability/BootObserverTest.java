/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.availability;

import static io.ohmnibus.station.fixture.Fixture.STATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.message.BootNotificationRequest;
import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.ocpp.type.ChargingStation;
import io.ohmnibus.platform.test.Requirement;
import org.junit.jupiter.api.Test;

final class BootObserverTest {

    @Test
    @Requirement("B01.FR.05")
    void afterABootTheNextReportStands() {
        FakeAvailabilityStates states = new FakeAvailabilityStates();
        new BootObserver(states)
                .observe(
                        STATION,
                        new BootNotificationRequest(
                                new ChargingStation(null, "M", null, "V", null, null),
                                BootReasonEnum.WATCHDOG,
                                null))
                .block();
        assertThat(states.expectedAnew).isEqualTo(1);
    }
}
