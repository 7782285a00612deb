/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.lifecycle;

import io.ohmnibus.contracts.transaction.UsedToken;
import io.ohmnibus.ocpp.WireEnum;
import io.ohmnibus.ocpp.type.ChargingStateEnum;
import io.ohmnibus.ocpp.type.ReasonEnum;
import io.ohmnibus.transaction.lifecycle.TransactionState.Details;
import io.ohmnibus.transaction.lifecycle.TransactionState.Mark;
import io.ohmnibus.transaction.lifecycle.TransactionState.Place;
import io.ohmnibus.transaction.lifecycle.TransactionState.Received;
import io.ohmnibus.transaction.metering.RegisterReading;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code transactions}, without what the station was told: column names are
 * component names in snake case.
 */
record TransactionRow(
        String tenant,
        String stationId,
        String transactionId,
        String state,
        @Nullable Integer evseId,
        @Nullable Integer connectorId,
        @Nullable String idToken,
        @Nullable String idTokenType,
        @Nullable Integer remoteStartId,
        @Nullable Integer reservationId,
        @Nullable String chargingState,
        @Nullable String stoppedReason,
        @Nullable Integer startedSeqNo,
        @Nullable Instant startedAt,
        @Nullable Instant startedReceivedAt,
        @Nullable Boolean startedOffline,
        @Nullable Integer endedSeqNo,
        @Nullable Instant endedAt,
        @Nullable Instant endedReceivedAt,
        @Nullable Boolean endedOffline,
        String seqNos,
        String gaps,
        Instant lastEventAt,
        Instant firstReceivedAt,
        Instant lastReceivedAt,
        Instant beganAt,
        @Nullable BigDecimal energyFirst,
        @Nullable Instant energyFirstAt,
        @Nullable BigDecimal energyLast,
        @Nullable Instant energyLastAt,
        @Nullable BigDecimal energyTotal,
        List<String> flags) {

    static final String ONGOING = "Ongoing";
    static final String ENDED = "Ended";
    static final String ABANDONED = "Abandoned";

    private static final Set<DataQuality> COMPUTED =
            Set.of(
                    DataQuality.UNKNOWN_START,
                    DataQuality.ENDED_BEFORE_STARTED,
                    DataQuality.SEQ_NO_GAP);

    TransactionRow {
        flags = List.copyOf(flags);
    }

    static TransactionRow of(TransactionKey key, TransactionState state) {
        Mark started = state.started();
        Mark ended = state.ended();
        UsedToken token = state.token();
        RegisterReading first = state.energy().first();
        RegisterReading last = state.energy().last();
        return new TransactionRow(
                key.tenant(),
                key.stationId(),
                key.transactionId(),
                state.hasEnded() ? ENDED : ONGOING,
                state.place().evseId(),
                state.place().connectorId(),
                token == null ? null : token.idToken(),
                token == null ? null : token.type(),
                state.details().remoteStartId(),
                state.details().reservationId(),
                wireName(state.details().chargingState()),
                wireName(state.details().stoppedReason()),
                started == null ? null : started.seqNo(),
                started == null ? null : started.stationTime(),
                started == null ? null : started.receivedAt(),
                started == null ? null : started.offline(),
                ended == null ? null : ended.seqNo(),
                ended == null ? null : ended.stationTime(),
                ended == null ? null : ended.receivedAt(),
                ended == null ? null : ended.offline(),
                state.received().seqNos().toString(),
                state.gaps().toString(),
                state.lastEventAt(),
                state.received().firstAt(),
                state.received().lastAt(),
                beganAt(state),
                first == null ? null : first.energyWh(),
                first == null ? null : first.sampledAt(),
                last == null ? null : last.energyWh(),
                last == null ? null : last.sampledAt(),
                state.energy().total(),
                state.flags().stream().map(DataQuality::text).toList());
    }

    private static Instant beganAt(TransactionState state) {
        Mark started = state.started();
        return started == null || state.sticky().contains(DataQuality.CLOCK_SUSPICIOUS)
                ? state.received().firstAt()
                : started.stationTime();
    }

    TransactionKey key() {
        return new TransactionKey(tenant, stationId, transactionId);
    }

    TransactionState toState() {
        return new TransactionState(
                new Received(SeqNos.parse(seqNos), firstReceivedAt, lastReceivedAt),
                mark(startedSeqNo, startedAt, startedReceivedAt, startedOffline),
                mark(endedSeqNo, endedAt, endedReceivedAt, endedOffline),
                lastEventAt,
                new Place(evseId, connectorId),
                idToken == null || idTokenType == null ? null : new UsedToken(idToken, idTokenType),
                new Details(
                        ofWire(ChargingStateEnum.values(), chargingState),
                        ofWire(ReasonEnum.values(), stoppedReason),
                        remoteStartId,
                        reservationId),
                new Energy(
                        reading(energyFirst, energyFirstAt),
                        reading(energyLast, energyLastAt),
                        Set.of()),
                sticky(),
                state.equals(ABANDONED));
    }

    private Set<DataQuality> sticky() {
        Set<DataQuality> all = DataQuality.ofTexts(flags);
        all.removeAll(COMPUTED);
        return all;
    }

    private static @Nullable Mark mark(
            @Nullable Integer seqNo,
            @Nullable Instant stationTime,
            @Nullable Instant receivedAt,
            @Nullable Boolean offline) {
        return seqNo == null || stationTime == null || receivedAt == null || offline == null
                ? null
                : new Mark(seqNo, stationTime, receivedAt, offline);
    }

    private static @Nullable RegisterReading reading(
            @Nullable BigDecimal energy, @Nullable Instant at) {
        return energy == null || at == null ? null : new RegisterReading(energy, at);
    }

    private static @Nullable String wireName(@Nullable WireEnum value) {
        return value == null ? null : value.wireName();
    }

    private static <E extends WireEnum> @Nullable E ofWire(E[] values, @Nullable String name) {
        return Arrays.stream(values)
                .filter(value -> value.wireName().equals(name))
                .findFirst()
                .orElse(null);
    }
}
