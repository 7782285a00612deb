/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.message.StatusNotificationRequest;
import io.ohmnibus.ocpp.type.ConnectorStatusEnum;
import io.ohmnibus.ocpp.type.MessageTriggerEnum;
import org.junit.jupiter.api.Test;

final class StatusNotificationObserverTest {

    @Test
    void seesWhatMayHaveBeenTriggered() {
        Seen seen = new Seen();
        new StatusNotificationObserver(seen)
                .observe(
                        Seen.STATION,
                        new StatusNotificationRequest(
                                Seen.NOW, ConnectorStatusEnum.AVAILABLE, 2, 1, null))
                .block();
        assertThat(seen.all())
                .containsExactly(Seen.of(MessageTriggerEnum.STATUS_NOTIFICATION, 2, 1));
    }
}
