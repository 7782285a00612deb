/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.firmware.event;

import io.ohmnibus.firmware.event.StationEvents.Reported;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An event as a new row of the table {@code events}: components are columns in snake case. */
record EventRow(
        String tenant,
        String stationId,
        int eventId,
        Instant occurredAt,
        Instant receivedAt,
        Instant generatedAt,
        boolean clockSuspect,
        int seqNo,
        boolean toBeContinued,
        String messageId,
        String trigger,
        String notificationType,
        @Nullable Integer monitoringId,
        String component,
        @Nullable String componentInstance,
        @Nullable Integer evseId,
        @Nullable Integer connectorId,
        String variable,
        @Nullable String variableInstance,
        String actualValue,
        @Nullable Integer cause,
        @Nullable Integer severity,
        @Nullable String transactionId,
        @Nullable Boolean cleared,
        @Nullable String techCode,
        @Nullable String techInfo) {

    static EventRow of(Reported reported) {
        StationEvent event = reported.event();
        StationEvent.Message message = event.message();
        StationEvent.Source source = event.source();
        StationEvent.Cause cause = event.cause();
        return new EventRow(
                reported.station().tenant(),
                reported.station().stationId(),
                event.eventId(),
                event.occurredAt(),
                message.receivedAt(),
                message.generatedAt(),
                event.clockSuspect(),
                message.seqNo(),
                message.toBeContinued(),
                message.messageId(),
                cause.trigger(),
                cause.notificationType(),
                cause.monitoringId(),
                source.component(),
                source.componentInstance(),
                source.evseId(),
                source.connectorId(),
                source.variable(),
                source.variableInstance(),
                event.actualValue(),
                cause.cause(),
                cause.severity(),
                cause.transactionId(),
                event.cleared(),
                event.techCode(),
                event.techInfo());
    }
}
