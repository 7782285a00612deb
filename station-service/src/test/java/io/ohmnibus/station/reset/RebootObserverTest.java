/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.reset;

import static io.ohmnibus.station.fixture.Fixture.NOW;
import static io.ohmnibus.station.fixture.Fixture.STATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.message.BootNotificationRequest;
import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.ocpp.type.ChargingStation;
import io.ohmnibus.platform.test.Requirement;
import org.junit.jupiter.api.Test;

final class RebootObserverTest {

    private final FakeResets resets = new FakeResets();

    private void boot(BootReasonEnum reason) {
        ChargingStation station = new ChargingStation(null, "M", null, "V", null, null);
        new RebootObserver(resets)
                .observe(STATION, new BootNotificationRequest(station, reason, null))
                .block();
    }

    @Test
    @Requirement("B11.FR.04")
    void aBootEndsWhatWasReset() {
        boot(BootReasonEnum.REMOTE_RESET);
        assertThat(resets.reboots).containsExactly(NOW);
    }

    @Test
    void aTriggeredBootNotificationIsNoBoot() {
        boot(BootReasonEnum.TRIGGERED);
        assertThat(resets.reboots).isEmpty();
    }
}
