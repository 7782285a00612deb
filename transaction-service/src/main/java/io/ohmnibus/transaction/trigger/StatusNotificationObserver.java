/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.trigger;

import io.ohmnibus.ocpp.message.StatusNotificationRequest;
import io.ohmnibus.ocpp.type.MessageTriggerEnum;
import io.ohmnibus.platform.ocpp.BatchCallObserver;
import io.ohmnibus.platform.ocpp.Received;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.transaction.trigger.TriggeredMessages.Came;
import java.util.List;
import reactor.core.publisher.Mono;

/** Sees the status of a connector come that was triggered. */
@UseCase("F06")
final class StatusNotificationObserver implements BatchCallObserver<StatusNotificationRequest> {

    private final TriggeredMessages triggered;

    StatusNotificationObserver(TriggeredMessages triggered) {
        this.triggered = triggered;
    }

    @Override
    public Mono<Void> observeAll(List<Received<StatusNotificationRequest>> messages) {
        return triggered.came(
                MessageTriggerEnum.STATUS_NOTIFICATION,
                messages.stream()
                        .map(message ->
                                Came.of(
                                        message,
                                        message.message().evseId(),
                                        message.message().connectorId()))
                        .toList());
    }
}
