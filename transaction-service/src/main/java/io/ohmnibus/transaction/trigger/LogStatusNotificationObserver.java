/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.trigger;

import io.ohmnibus.ocpp.message.LogStatusNotificationRequest;
import io.ohmnibus.ocpp.type.MessageTriggerEnum;
import io.ohmnibus.platform.ocpp.BatchCallObserver;
import io.ohmnibus.platform.ocpp.Received;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.transaction.trigger.TriggeredMessages.Came;
import java.util.List;
import reactor.core.publisher.Mono;

/** Sees the progress of a log come that was triggered. */
@UseCase("F06")
final class LogStatusNotificationObserver
        implements BatchCallObserver<LogStatusNotificationRequest> {

    private final TriggeredMessages triggered;

    LogStatusNotificationObserver(TriggeredMessages triggered) {
        this.triggered = triggered;
    }

    @Override
    public Mono<Void> observeAll(List<Received<LogStatusNotificationRequest>> messages) {
        return triggered.came(
                MessageTriggerEnum.LOG_STATUS_NOTIFICATION,
                messages.stream().map(Came::of).toList());
    }
}
