/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.message.PublishFirmwareStatusNotificationRequest;
import io.ohmnibus.ocpp.type.MessageTriggerEnum;
import io.ohmnibus.ocpp.type.PublishFirmwareStatusEnum;
import org.junit.jupiter.api.Test;

final class PublishFirmwareStatusNotificationObserverTest {

    @Test
    void seesWhatMayHaveBeenTriggered() {
        Seen seen = new Seen();
        new PublishFirmwareStatusNotificationObserver(seen)
                .observe(
                        Seen.STATION,
                        new PublishFirmwareStatusNotificationRequest(
                                PublishFirmwareStatusEnum.IDLE, null, null, null, null))
                .block();
        assertThat(seen.all())
                .containsExactly(
                        Seen.of(
                                MessageTriggerEnum.PUBLISH_FIRMWARE_STATUS_NOTIFICATION,
                                null,
                                null));
    }
}
