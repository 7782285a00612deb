/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.message.FirmwareStatusNotificationRequest;
import io.ohmnibus.ocpp.type.FirmwareStatusEnum;
import io.ohmnibus.ocpp.type.MessageTriggerEnum;
import org.junit.jupiter.api.Test;

final class FirmwareStatusNotificationObserverTest {

    @Test
    void seesWhatMayHaveBeenTriggered() {
        Seen seen = new Seen();
        new FirmwareStatusNotificationObserver(seen)
                .observe(
                        Seen.STATION,
                        new FirmwareStatusNotificationRequest(
                                FirmwareStatusEnum.IDLE, null, null, null))
                .block();
        assertThat(seen.all())
                .containsExactly(
                        Seen.of(MessageTriggerEnum.FIRMWARE_STATUS_NOTIFICATION, null, null));
    }
}
