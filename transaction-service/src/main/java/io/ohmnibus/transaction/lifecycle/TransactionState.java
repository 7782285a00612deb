/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.lifecycle;

import io.ohmnibus.contracts.transaction.UsedToken;
import io.ohmnibus.ocpp.message.TransactionEventRequest;
import io.ohmnibus.ocpp.type.ChargingStateEnum;
import io.ohmnibus.ocpp.type.EVSE;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.ReasonEnum;
import io.ohmnibus.ocpp.type.Transaction;
import io.ohmnibus.transaction.metering.RegisterReading;
import io.ohmnibus.transaction.metering.Registers;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a transaction: a fold over its events by sequence number, so the order in
 * which they arrived does not matter. Sequence numbers need not begin at 0 (E, 1.3.2.1).
 *
 * @param received which events were seen, and when
 * @param lastEventAt station time of the event with the highest sequence number
 * @param token the first one that was presented to charge (E03.FR.01)
 * @param sticky flags that no further event takes back
 * @param abandoned whether the platform had given up its end; whatever comes of it takes that back
 */
record TransactionState(
        Received received,
        @Nullable Mark started,
        @Nullable Mark ended,
        Instant lastEventAt,
        Place place,
        @Nullable UsedToken token,
        Details details,
        Energy energy,
        Set<DataQuality> sticky,
        boolean abandoned) {

    /** The sequence numbers seen, and our time of the first and the last arrival. */
    record Received(SeqNos seqNos, Instant firstAt, Instant lastAt) {

        private Received plus(ReceivedEvent event) {
            Instant at = event.receivedAt();
            return new Received(
                    seqNos.plus(event.seqNo()),
                    at.isBefore(firstAt) ? at : firstAt,
                    at.isAfter(lastAt) ? at : lastAt);
        }
    }

    /** Where in the stream of events something happened. */
    record Mark(int seqNo, Instant stationTime, Instant receivedAt, boolean offline) {

        static Mark of(ReceivedEvent event) {
            return new Mark(event.seqNo(), event.time(), event.receivedAt(), event.isOffline());
        }
    }

    /** The EVSE, as soon as it is known (E01.FR.16). */
    record Place(@Nullable Integer evseId, @Nullable Integer connectorId) {

        private Place updated(@Nullable EVSE evse) {
            if (evse == null) {
                return this;
            }
            Integer connector = evse.connectorId();
            boolean sameEvse = Objects.equals(evseId, evse.id());
            return new Place(evse.id(), connector == null && sameEvse ? connectorId : connector);
        }
    }

    /** What events tell once or from time to time; the newest word counts. */
    record Details(
            @Nullable ChargingStateEnum chargingState,
            @Nullable ReasonEnum stoppedReason,
            @Nullable Integer remoteStartId,
            @Nullable Integer reservationId) {

        private Details updated(ReceivedEvent event) {
            Transaction info = event.request().transactionInfo();
            return new Details(
                    newer(info.chargingState(), chargingState),
                    event.isEnd() ? stoppedReason(info) : stoppedReason,
                    newer(info.remoteStartId(), remoteStartId),
                    newer(event.request().reservationId(), reservationId));
        }

        /** Absent means Local. */
        private static ReasonEnum stoppedReason(Transaction info) { // E06.FR.09
            ReasonEnum reason = info.stoppedReason();
            return reason == null ? ReasonEnum.LOCAL : reason;
        }

        private static <T> @Nullable T newer(@Nullable T word, @Nullable T before) {
            return word == null ? before : word;
        }
    }

    private static final TransactionState NOTHING =
            new TransactionState(
                    new Received(SeqNos.NONE, Instant.MAX, Instant.MIN),
                    null,
                    null,
                    Instant.MIN,
                    new Place(null, null),
                    null,
                    new Details(null, null, null, null),
                    Energy.NONE,
                    Set.of(),
                    false);

    TransactionState {
        sticky = Set.copyOf(sticky);
    }

    /** The state after these events, one per sequence number, in whatever order. */
    static TransactionState of(Collection<ReceivedEvent> events) {
        TransactionState state = NOTHING;
        for (ReceivedEvent event : inOrder(events)) {
            state = state.then(event);
        }
        return state;
    }

    private static List<ReceivedEvent> inOrder(Collection<ReceivedEvent> events) {
        return events.stream().sorted(Comparator.comparingInt(ReceivedEvent::seqNo)).toList();
    }

    /** Whether an event continues this state; otherwise the state must be folded anew. */
    boolean isContinuedBy(ReceivedEvent event) {
        SeqNos seen = received.seqNos();
        return seen.isEmpty() || event.seqNo() > seen.last();
    }

    /** The state after one more event, with a higher sequence number than all before. */
    TransactionState then(ReceivedEvent event) {
        if (!isContinuedBy(event)) {
            throw new IllegalArgumentException("seqNo " + event.seqNo() + " is not the next one");
        }
        TransactionEventRequest request = event.request();
        List<RegisterReading> readings = Registers.readings(request.meterValue());
        return new TransactionState(
                received.plus(event),
                event.isStart() && started == null ? Mark.of(event) : started,
                event.isEnd() ? Mark.of(event) : ended,
                event.time(),
                place.updated(request.evse()),
                token == null ? tokenOf(event) : token,
                details.updated(event),
                event.isEnd() ? energy.thenFinally(readings) : energy.then(readings),
                DataQuality.union(sticky, flagsOf(event)),
                false);
    }

    private static @Nullable UsedToken tokenOf(ReceivedEvent event) {
        IdToken presented = event.request().idToken();
        return presented == null || event.stopsAuthorization()
                ? null
                : new UsedToken(presented.idToken(), presented.type());
    }

    private Set<DataQuality> flagsOf(ReceivedEvent event) {
        Set<DataQuality> flags = EnumSet.noneOf(DataQuality.class);
        if (event.isStart() && started != null) {
            flags.add(DataQuality.SEVERAL_STARTS);
        }
        if (ended != null) {
            flags.add(event.isEnd() ? DataQuality.SEVERAL_ENDS : DataQuality.EVENT_AFTER_ENDED);
        }
        if (event.hasSuspiciousTime()) {
            flags.add(DataQuality.CLOCK_SUSPICIOUS);
        }
        if (event.time().isBefore(lastEventAt)) {
            flags.add(DataQuality.TIME_REGRESSION);
        }
        if (Registers.anyImplausible(event.request().meterValue())) {
            flags.add(DataQuality.METER_IMPLAUSIBLE);
        }
        return flags;
    }

    /** The same, and known to hold another event with a sequence number that was used before. */
    TransactionState withConflict() {
        return new TransactionState(
                received,
                started,
                ended,
                lastEventAt,
                place,
                token,
                details,
                energy,
                DataQuality.union(sticky, Set.of(DataQuality.SEQ_NO_CONFLICT)),
                false);
    }

    boolean hasConflict() {
        return sticky.contains(DataQuality.SEQ_NO_CONFLICT);
    }

    boolean hasEnded() {
        return ended != null;
    }

    /** Sequence numbers that are missing between the first and the last one seen. */
    SeqNos gaps() {
        return received.seqNos().gaps();
    }

    /** From start to end without a gap. */
    boolean isComplete() {
        return started != null && ended != null && gaps().isEmpty();
    }

    /** Everything that looks wrong as of now. */
    Set<DataQuality> flags() {
        Set<DataQuality> now = EnumSet.noneOf(DataQuality.class);
        if (started == null) {
            now.add(hasEnded() ? DataQuality.ENDED_BEFORE_STARTED : DataQuality.UNKNOWN_START);
        }
        if (!gaps().isEmpty()) {
            now.add(DataQuality.SEQ_NO_GAP);
        }
        now.addAll(energy.flags());
        return DataQuality.union(now, sticky);
    }
}
