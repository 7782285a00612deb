/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.firmware.event;

import io.ohmnibus.ocpp.message.NotifyEventRequest;
import io.ohmnibus.ocpp.type.EVSE;
import io.ohmnibus.ocpp.type.EventData;
import io.ohmnibus.platform.ocpp.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event that a station reported.
 *
 * @param message the NotifyEvent it came in
 * @param occurredAt by the station's clock
 * @param clockSuspect whether that cannot be right: ahead of ours, or long ago (pain 12, A33)
 * @param cleared whether the situation is over
 */
record StationEvent(
        Message message,
        int eventId,
        Instant occurredAt,
        boolean clockSuspect,
        Source source,
        Cause cause,
        String actualValue,
        @Nullable Boolean cleared,
        @Nullable String techCode,
        @Nullable String techInfo) {

    private static final Duration AHEAD = Duration.ofMinutes(5);
    private static final Duration BEHIND = Duration.ofDays(30);
    private static final Instant OLDEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant NEWEST = Instant.parse("9999-12-31T23:59:59Z");

    /** The message, which may be one part of several. */
    record Message(
            String messageId,
            Instant receivedAt,
            Instant generatedAt,
            int seqNo,
            boolean toBeContinued) {}

    /** What the event is about. */
    record Source(
            String component,
            @Nullable String componentInstance,
            @Nullable Integer evseId,
            @Nullable Integer connectorId,
            String variable,
            @Nullable String variableInstance) {}

    /**
     * What made the station report it.
     *
     * @param cause the eventId of the event behind it (N07.FR.05)
     * @param severity 0 is the gravest, 9 the least
     */
    record Cause(
            String trigger,
            String notificationType,
            @Nullable Integer monitoringId,
            @Nullable Integer cause,
            @Nullable Integer severity,
            @Nullable String transactionId) {}

    static List<StationEvent> of(Call call, NotifyEventRequest request) {
        Message message =
                new Message(
                        call.messageId(),
                        call.receivedAt(),
                        storable(request.generatedAt()),
                        request.seqNo(),
                        Boolean.TRUE.equals(request.tbc()));
        return request.eventData().stream().map(event -> of(message, event)).toList();
    }

    private static StationEvent of(Message message, EventData event) {
        Instant received = message.receivedAt();
        Instant occurred = storable(event.timestamp());
        boolean suspect =
                occurred.isAfter(received.plus(AHEAD)) || occurred.isBefore(received.minus(BEHIND));
        return new StationEvent(
                message,
                event.eventId(),
                occurred,
                suspect,
                source(event),
                new Cause(
                        event.trigger().wireName(),
                        event.eventNotificationType().wireName(),
                        event.variableMonitoringId(),
                        event.cause(),
                        event.severity(),
                        event.transactionId()),
                event.actualValue(),
                event.cleared(),
                event.techCode(),
                event.techInfo());
    }

    private static Source source(EventData event) {
        EVSE evse = event.component().evse();
        return new Source(
                event.component().name(),
                event.component().instance(),
                evse == null ? null : evse.id(),
                evse == null ? null : evse.connectorId(),
                event.variable().name(),
                event.variable().instance());
    }

    private static Instant storable(Instant time) {
        if (time.isBefore(OLDEST)) {
            return OLDEST;
        }
        return time.isAfter(NEWEST) ? NEWEST : time;
    }
}
