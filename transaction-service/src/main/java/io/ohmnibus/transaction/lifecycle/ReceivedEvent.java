/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.lifecycle;

import io.ohmnibus.ocpp.message.TransactionEventRequest;
import io.ohmnibus.ocpp.type.TransactionEventEnum;
import io.ohmnibus.ocpp.type.TriggerReasonEnum;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * A transaction event and when we got it.
 *
 * @param receivedAt by our clock; the event's own timestamp is the station's
 */
record ReceivedEvent(TransactionEventRequest request, Instant receivedAt) {

    private static final Instant BEFORE_OCPP_2 = Instant.parse("2020-01-01T00:00:00Z");
    private static final Duration TOLERATED_LEAD = Duration.ofMinutes(5);
    private static final Duration TOLERATED_LAG = Duration.ofHours(1);
    private static final Set<TriggerReasonEnum> ENDS_AUTHORIZATION =
            Set.of(
                    TriggerReasonEnum.STOP_AUTHORIZED,
                    TriggerReasonEnum.DEAUTHORIZED,
                    TriggerReasonEnum.REMOTE_STOP);

    /** Our time as precise as times are on the wire, so that a fold from the table is the same. */
    ReceivedEvent {
        receivedAt = receivedAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /** The station's time. */
    Instant time() {
        return request.timestamp().truncatedTo(ChronoUnit.MILLIS);
    }

    int seqNo() {
        return request.seqNo();
    }

    boolean isStart() {
        return request.eventType() == TransactionEventEnum.STARTED;
    }

    boolean isEnd() {
        return request.eventType() == TransactionEventEnum.ENDED;
    }

    boolean isOffline() {
        return Boolean.TRUE.equals(request.offline());
    }

    /** The token it may carry was presented to stop, not to charge (E07.FR.02). */
    boolean stopsAuthorization() {
        return isEnd() || ENDS_AUTHORIZATION.contains(request.triggerReason());
    }

    /**
     * The station's clock cannot be right: it shows a time before OCPP 2, or one ahead of ours, or
     * one far behind ours although the station was not offline (pain 12, A33, F29).
     */
    boolean hasSuspiciousTime() {
        Instant time = time();
        return time.isBefore(BEFORE_OCPP_2)
                || time.isAfter(receivedAt.plus(TOLERATED_LEAD))
                || (!isOffline() && time.isBefore(receivedAt.minus(TOLERATED_LAG)));
    }
}
