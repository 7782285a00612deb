/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.trigger;

import io.ohmnibus.ocpp.message.FirmwareStatusNotificationRequest;
import io.ohmnibus.ocpp.type.MessageTriggerEnum;
import io.ohmnibus.platform.ocpp.BatchCallObserver;
import io.ohmnibus.platform.ocpp.Received;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.transaction.trigger.TriggeredMessages.Came;
import java.util.List;
import reactor.core.publisher.Mono;

/** Sees the progress of a firmware come that was triggered. */
@UseCase("F06")
final class FirmwareStatusNotificationObserver
        implements BatchCallObserver<FirmwareStatusNotificationRequest> {

    private final TriggeredMessages triggered;

    FirmwareStatusNotificationObserver(TriggeredMessages triggered) {
        this.triggered = triggered;
    }

    @Override
    public Mono<Void> observeAll(List<Received<FirmwareStatusNotificationRequest>> messages) {
        return triggered.came(
                MessageTriggerEnum.FIRMWARE_STATUS_NOTIFICATION,
                messages.stream().map(Came::of).toList());
    }
}
