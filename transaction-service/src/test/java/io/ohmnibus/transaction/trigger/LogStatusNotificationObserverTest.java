/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.message.LogStatusNotificationRequest;
import io.ohmnibus.ocpp.type.MessageTriggerEnum;
import io.ohmnibus.ocpp.type.UploadLogStatusEnum;
import org.junit.jupiter.api.Test;

final class LogStatusNotificationObserverTest {

    @Test
    void seesWhatMayHaveBeenTriggered() {
        Seen seen = new Seen();
        new LogStatusNotificationObserver(seen)
                .observe(
                        Seen.STATION,
                        new LogStatusNotificationRequest(
                                UploadLogStatusEnum.IDLE, null, null, null))
                .block();
        assertThat(seen.all())
                .containsExactly(Seen.of(MessageTriggerEnum.LOG_STATUS_NOTIFICATION, null, null));
    }
}
