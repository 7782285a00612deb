/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.lifecycle;

import static io.ohmnibus.transaction.lifecycle.Given.START;
import static io.ohmnibus.transaction.lifecycle.Given.TOKEN;
import static io.ohmnibus.transaction.lifecycle.Given.ended;
import static io.ohmnibus.transaction.lifecycle.Given.started;
import static io.ohmnibus.transaction.lifecycle.Given.updated;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.contracts.transaction.UsedToken;
import io.ohmnibus.ocpp.type.ChargingStateEnum;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.MeasurandEnum;
import io.ohmnibus.ocpp.type.ReasonEnum;
import io.ohmnibus.ocpp.type.SampledValue;
import io.ohmnibus.ocpp.type.TriggerReasonEnum;
import io.ohmnibus.platform.test.Requirement;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TransactionStateTest {

    private static final List<ReceivedEvent> WHOLE =
            List.of(
                    started(0).energy(1000).received(),
                    updated(1)
                            .because(TriggerReasonEnum.AUTHORIZED)
                            .token(TOKEN)
                            .evse(2, 1)
                            .received(),
                    updated(2).state(ChargingStateEnum.CHARGING).energy(1100).received(),
                    updated(3).energy(1300).received(),
                    updated(4).state(ChargingStateEnum.SUSPENDED_EV).energy(1400).received(),
                    ended(5).reason(ReasonEnum.EV_DISCONNECTED).energy(1450).received());

    private static TransactionState of(Given... events) {
        List<ReceivedEvent> received = new ArrayList<>();
        for (Given event : events) {
            received.add(event.received());
        }
        return TransactionState.of(received);
    }

    /** All 720 orders of six events. */
    static List<List<ReceivedEvent>> allOrders() {
        List<List<ReceivedEvent>> orders = new ArrayList<>();
        permute(new ArrayList<>(WHOLE), 0, orders);
        return orders;
    }

    private static void permute(
            List<ReceivedEvent> events, int from, List<List<ReceivedEvent>> orders) {
        if (from == events.size()) {
            orders.add(List.copyOf(events));
            return;
        }
        for (int i = from; i < events.size(); i++) {
            Collections.swap(events, from, i);
            permute(events, from + 1, orders);
            Collections.swap(events, from, i);
        }
    }

    /** What the step does with each event as it arrives. */
    private static TransactionState arriving(List<ReceivedEvent> events) {
        List<ReceivedEvent> seen = new ArrayList<>();
        TransactionState state = TransactionState.of(List.of(events.getFirst()));
        seen.add(events.getFirst());
        for (ReceivedEvent event : events.subList(1, events.size())) {
            seen.add(event);
            state = state.isContinuedBy(event) ? state.then(event) : TransactionState.of(seen);
        }
        return state;
    }

    @Test
    @Requirement({"E01.FR.07", "E01.FR.16", "E06.FR.08", "J02.FR.16"})
    void tellsAWholeTransaction() {
        TransactionState state = TransactionState.of(WHOLE);

        assertThat(state.hasEnded()).isTrue();
        assertThat(state.isComplete()).isTrue();
        assertThat(state.place()).isEqualTo(new TransactionState.Place(2, 1));
        assertThat(state.token()).isEqualTo(new UsedToken("AABBCCDD", "ISO14443"));
        assertThat(state.details().chargingState()).isEqualTo(ChargingStateEnum.SUSPENDED_EV);
        assertThat(state.details().stoppedReason()).isEqualTo(ReasonEnum.EV_DISCONNECTED);
        assertThat(state.energy().total()).isEqualByComparingTo("450");
        assertThat(state.flags()).isEmpty();
    }

    @Test
    void isTheSameInEveryOrderOfArrival() { // pain 13, F32
        TransactionState inOrder = TransactionState.of(WHOLE);

        for (List<ReceivedEvent> order : allOrders()) {
            assertThat(arriving(order)).isEqualTo(inOrder);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isTheSameInEveryOrderOfManyEvents(long seed) {
        Random random = new Random(seed);
        List<ReceivedEvent> events = new ArrayList<>();
        int first = random.nextInt(100);
        events.add(started(first).energy(0).received());
        for (int i = first + 1; i < first + 60; i++) {
            Given event = updated(i).energy(random.nextInt(10_000));
            if (random.nextInt(10) == 0) {
                event = event.token(TOKEN).evse(random.nextInt(3) + 1, null).offline();
            }
            events.add(event.received(START.plusSeconds(random.nextInt(5000))));
        }
        events.add(ended(first + 60).received());
        TransactionState inOrder = TransactionState.of(events);

        Collections.shuffle(events, random);

        assertThat(arriving(events)).isEqualTo(inOrder);
    }

    static List<Long> seeds() {
        return List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
    }

    @Test
    void showsGapsAndHealsThem() { // F32
        List<ReceivedEvent> events = new ArrayList<>(WHOLE);
        ReceivedEvent late = events.remove(3);
        TransactionState gappy = TransactionState.of(events);

        assertThat(gappy.gaps()).hasToString("3");
        assertThat(gappy.flags()).containsExactly(DataQuality.SEQ_NO_GAP);
        assertThat(gappy.isComplete()).isFalse();

        events.add(late);
        assertThat(TransactionState.of(events).flags()).isEmpty();
    }

    @Test
    void knowsAnEndWithoutAStart() { // F32
        TransactionState state = of(ended(5));

        assertThat(state.hasEnded()).isTrue();
        assertThat(state.flags()).containsExactly(DataQuality.ENDED_BEFORE_STARTED);
        assertThat(of(ended(5), started(4)).flags()).isEmpty();
    }

    @Test
    void keepsUpdatesOfAnUnknownTransaction() { // F32
        TransactionState state = of(updated(3).energy(10));

        assertThat(state.hasEnded()).isFalse();
        assertThat(state.flags()).containsExactly(DataQuality.UNKNOWN_START);
    }

    @Test
    void neverNeedsSeqNoToBeginAtZero() {
        assertThat(of(started(812), updated(813), ended(814)).isComplete()).isTrue();
    }

    @Test
    @Requirement("E06.FR.09")
    void takesAnAbsentReasonForLocal() {
        assertThat(of(started(0), ended(1)).details().stoppedReason()).isEqualTo(ReasonEnum.LOCAL);
    }

    @Test
    @Requirement({"E03.FR.01", "E07.FR.02"})
    void belongsToTheTokenThatBeganAndNotToTheOneThatStopped() {
        IdToken other = new IdToken(null, "11223344", "ISO14443", null);

        assertThat(of(started(0).token(TOKEN), ended(1).token(other)).token())
                .isEqualTo(new UsedToken("AABBCCDD", "ISO14443"));
        assertThat(of(started(0), ended(1).token(other)).token()).isNull();
    }

    @Test
    void flagsEventsAfterTheEndAndSeveralStartsAndEnds() { // pain 14
        assertThat(of(started(0), ended(1), updated(2)).flags())
                .containsExactly(DataQuality.EVENT_AFTER_ENDED);
        assertThat(of(started(0), started(1), ended(2), ended(3)).flags())
                .containsExactly(DataQuality.SEVERAL_STARTS, DataQuality.SEVERAL_ENDS);
    }

    @Test
    void flagsAClockThatCannotBeRight() { // pain 12, A33, F29
        Instant now = START;
        for (Given event :
                List.of(
                        started(0).at(Instant.EPOCH),
                        started(0).at(now.plus(Duration.ofDays(36500))),
                        started(0).at(now.minus(Duration.ofDays(1))))) {
            assertThat(TransactionState.of(List.of(event.received(now))).flags())
                    .containsExactly(DataQuality.CLOCK_SUSPICIOUS);
        }
    }

    @Test
    @Requirement("E12.FR.02")
    void takesOldEventsOfAnOfflineStationAsTheyAre() { // F30
        ReceivedEvent event = started(0).offline().received(START.plus(Duration.ofDays(3)));

        assertThat(TransactionState.of(List.of(event)).flags()).isEmpty();
    }

    @Test
    void flagsTimesThatGoBack() {
        assertThat(of(started(0), updated(1).at(START.minusSeconds(30))).flags())
                .containsExactly(DataQuality.TIME_REGRESSION);
    }

    @Test
    @Requirement("J02.FR.16")
    void flagsARegisterThatGoesDownAndBillsNothing() { // A34
        TransactionState state = of(started(0).energy(5000), ended(1).energy(4000));

        assertThat(state.flags()).containsExactly(DataQuality.METER_REGRESSION);
        assertThat(state.energy().total()).isNull();
    }

    @Test
    void flagsARegisterThatJumps() { // A34
        assertThat(of(started(0).energy(0), updated(1).energy(1_000_000)).flags())
                .containsExactly(DataQuality.METER_IMPLAUSIBLE);
        assertThat(of(started(0).energy(-1)).flags())
                .containsExactly(DataQuality.METER_IMPLAUSIBLE);
    }

    @Test
    void flagsAStateOfChargeAboveAHundredPercent() { // A34
        SampledValue full =
                new SampledValue(
                        BigDecimal.valueOf(101),
                        MeasurandEnum.SOC,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);

        assertThat(of(started(0).sample(full, START)).flags())
                .containsExactly(DataQuality.METER_IMPLAUSIBLE);
    }

    @Test
    @Requirement("J02.FR.10")
    void readsTheWholeTransactionFromItsEnd() {
        TransactionState state =
                of(
                        started(0),
                        updated(1).energy(150),
                        ended(2).energy(200, START.plusSeconds(120))
                                .energy(100, START)
                                .energy(150, START.plusSeconds(60)));

        assertThat(state.energy().total()).isEqualByComparingTo("100");
        assertThat(state.flags()).isEmpty();
    }

    @Test
    void refusesNoEventButOneThatIsNotTheNext() {
        TransactionState state = of(started(0), updated(4));

        assertThat(state.isContinuedBy(updated(3).received())).isFalse();
        assertThat(state.isContinuedBy(updated(9).received())).isTrue();
    }

    @Test
    void survivesItsRow() {
        TransactionState state = TransactionState.of(WHOLE.subList(0, 4));
        TransactionRow row =
                TransactionRow.of(new TransactionKey("default", "CS-1", "tx-1"), state);

        assertThat(row.state()).isEqualTo(TransactionRow.ONGOING);
        assertThat(row.toState()).isEqualTo(state);
    }
}
