/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.trigger;

import io.ohmnibus.ocpp.message.PublishFirmwareStatusNotificationRequest;
import io.ohmnibus.ocpp.type.MessageTriggerEnum;
import io.ohmnibus.platform.ocpp.BatchCallObserver;
import io.ohmnibus.platform.ocpp.Received;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.transaction.trigger.TriggeredMessages.Came;
import java.util.List;
import reactor.core.publisher.Mono;

/** Sees the progress of a local firmware server come that was triggered. */
@UseCase("F06")
final class PublishFirmwareStatusNotificationObserver
        implements BatchCallObserver<PublishFirmwareStatusNotificationRequest> {

    private final TriggeredMessages triggered;

    PublishFirmwareStatusNotificationObserver(TriggeredMessages triggered) {
        this.triggered = triggered;
    }

    @Override
    public Mono<Void> observeAll(
            List<Received<PublishFirmwareStatusNotificationRequest>> messages) {
        return triggered.came(
                MessageTriggerEnum.PUBLISH_FIRMWARE_STATUS_NOTIFICATION,
                messages.stream().map(Came::of).toList());
    }
}
