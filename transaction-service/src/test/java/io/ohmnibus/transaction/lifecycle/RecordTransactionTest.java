/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.lifecycle;

import static io.ohmnibus.transaction.lifecycle.Given.START;
import static io.ohmnibus.transaction.lifecycle.Given.TRANSACTION;
import static io.ohmnibus.transaction.lifecycle.Given.ended;
import static io.ohmnibus.transaction.lifecycle.Given.inHand;
import static io.ohmnibus.transaction.lifecycle.Given.started;
import static io.ohmnibus.transaction.lifecycle.Given.station;
import static io.ohmnibus.transaction.lifecycle.Given.updated;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.contracts.transaction.TransactionEnded;
import io.ohmnibus.contracts.transaction.TransactionResumed;
import io.ohmnibus.contracts.transaction.TransactionStarted;
import io.ohmnibus.contracts.transaction.TransactionUpdated;
import io.ohmnibus.ocpp.message.TransactionEventResponse;
import io.ohmnibus.ocpp.type.ChargingStateEnum;
import io.ohmnibus.platform.test.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RecordTransactionTest {

    private final FakeTransactions transactions = new FakeTransactions();
    private final FakeTransactionEvents earlier = new FakeTransactionEvents();
    private final PublishedEvents published = new PublishedEvents();
    private final RecordTransaction step = new RecordTransaction(transactions, earlier, published);

    private void send(String stationId, Given... events) {
        for (Given event : events) {
            EventInHand inHand = continued(stationId, event);
            step.apply(List.of(inHand)).block();
            assertThat(inHand.answer()).isEqualTo(TransactionEventResponse.EMPTY);
            earlier.add(List.of(inHand)).block();
        }
    }

    private EventInHand continued(String stationId, Given event) {
        EventInHand inHand = inHand(station(stationId), event);
        inHand.continues(transactions.all().get(inHand.key()));
        return inHand;
    }

    @Test
    @Requirement({"E01.FR.07", "E02.FR.01"})
    void recordsATransactionFromStartToEndAndAnnouncesBoth() {
        send(
                "CS-1",
                started(0).evse(1, 2).energy(100),
                updated(1).energy(160),
                ended(2).energy(200));

        assertThat(transactions.state("CS-1", TRANSACTION).isComplete()).isTrue();
        assertThat(published.all()).hasSize(2);
        assertThat(published.all().getFirst())
                .isInstanceOfSatisfying(
                        TransactionStarted.class,
                        event -> {
                            assertThat(event.startedAt()).isEqualTo(START);
                            assertThat(event.evseId()).isEqualTo(1);
                        });
        assertThat(published.all().getLast())
                .isInstanceOfSatisfying(
                        TransactionEnded.class,
                        event -> {
                            assertThat(event.stoppedReason()).isEqualTo("Local");
                            assertThat(event.energyWh()).isEqualByComparingTo("100");
                            assertThat(event.complete()).isTrue();
                        });
    }

    @Test
    void takesEventsOfManyStationsAtATime() {
        send("CS-1", started(0), ended(2));
        send("CS-2", started(0));

        step.apply(
                        List.of(
                                continued("CS-3", started(0)),
                                continued("CS-1", updated(1)),
                                continued("CS-2", ended(1))))
                .block();

        assertThat(transactions.state("CS-1", TRANSACTION).isComplete()).isTrue();
        assertThat(transactions.state("CS-2", TRANSACTION).isComplete()).isTrue();
        assertThat(transactions.state("CS-3", TRANSACTION).hasEnded()).isFalse();
        assertThat(published.all())
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly(
                        "TransactionStarted",
                        "TransactionEnded",
                        "TransactionStarted",
                        "TransactionStarted",
                        "TransactionUpdated",
                        "TransactionEnded");
    }

    @Test
    void putsWhatComesLateInItsPlace() { // F32
        send("CS-1", ended(3), updated(1), started(0).evse(4, null), updated(2));

        TransactionState state = transactions.state("CS-1", TRANSACTION);
        assertThat(state.isComplete()).isTrue();
        assertThat(state.flags()).isEmpty();
        assertThat(state.place().evseId()).isEqualTo(4);
        assertThat(names())
                .containsExactly(
                        "TransactionEnded",
                        "TransactionUpdated",
                        "TransactionStarted",
                        "TransactionUpdated",
                        "TransactionUpdated");
    }

    @Test
    void anEventTellsItsEvseOnlyWhereItWasNotKnown() { // pain 17
        assertThat(continued("CS-1", started(0).evse(1, null)).tellsItsEvse()).isTrue();
        send("CS-1", started(0).evse(1, null));
        assertThat(continued("CS-1", updated(1).evse(1, null)).tellsItsEvse()).isFalse();
        assertThat(continued("CS-1", updated(1).evse(2, null)).tellsItsEvse()).isTrue();
    }

    private List<String> names() {
        return published.all().stream().map(event -> event.getClass().getSimpleName()).toList();
    }

    @Test
    void announcesWhatChangesInBetweenButNotMeterValues() {
        send(
                "CS-1",
                started(0).energy(100),
                updated(1).state(ChargingStateEnum.CHARGING).energy(100),
                updated(2).state(ChargingStateEnum.CHARGING).energy(150),
                updated(3).energy(160),
                updated(4).state(ChargingStateEnum.SUSPENDED_EV).evse(1, 2),
                ended(5).state(ChargingStateEnum.IDLE));

        assertThat(names())
                .containsExactly(
                        "TransactionStarted",
                        "TransactionUpdated",
                        "TransactionUpdated",
                        "TransactionEnded");
        assertThat(published.all().get(2))
                .isInstanceOfSatisfying(
                        TransactionUpdated.class,
                        event -> {
                            assertThat(event.chargingState()).isEqualTo("SuspendedEV");
                            assertThat(event.connectorId()).isEqualTo(2);
                            assertThat(event.energyWh()).isEqualByComparingTo("60");
                            assertThat(event.ended()).isFalse();
                        });
    }

    /** E14: what was given up is not over when its station speaks of it again. */
    @Test
    void announcesThatOneGoesOnWhichWasGivenUp() {
        TransactionKey key = new TransactionKey("default", "CS-1", TRANSACTION);
        send("CS-1", started(0).evse(1, 2));
        transactions.abandon(key);
        send("CS-1", updated(1).energy(100), updated(2).energy(150));

        assertThat(names()).containsExactly("TransactionStarted", "TransactionResumed");
        assertThat(published.all().getLast())
                .isInstanceOfSatisfying(
                        TransactionResumed.class,
                        event -> {
                            assertThat(event.transactionId()).isEqualTo(TRANSACTION);
                            assertThat(event.evseId()).isEqualTo(1);
                        });

        transactions.abandon(key);
        send("CS-1", ended(3));
        assertThat(names())
                .containsExactly("TransactionStarted", "TransactionResumed", "TransactionEnded");
    }

    @Test
    void announcesAnEndOnceEvenWhenAnotherOneFollows() { // pain 14
        send("CS-1", started(0), ended(1), ended(2));

        assertThat(names())
                .containsExactly("TransactionStarted", "TransactionEnded", "TransactionUpdated");
    }

    @Test
    void countsAnewWithEachTransactionOfAStation() { // F33
        send("CS-1", started(0), ended(1), started(0).of("tx-2"), updated(1).of("tx-2"));

        assertThat(transactions.state("CS-1", TRANSACTION).isComplete()).isTrue();
        TransactionState second = transactions.state("CS-1", "tx-2");
        assertThat(second.hasEnded()).isFalse();
        assertThat(second.flags()).isEmpty();
        assertThat(second.received().seqNos()).hasToString("0-1");
    }

    @Test
    void keepsTransactionsOfDifferentStationsApart() { // A31
        send("CS-1", started(0));
        send("CS-2", ended(1));

        assertThat(transactions.state("CS-1", TRANSACTION).hasEnded()).isFalse();
        assertThat(transactions.state("CS-2", TRANSACTION).hasEnded()).isTrue();
    }

    @Test
    void flagsAnotherEventWithTheSameSeqNoAndKeepsTheFirst() {
        send("CS-1", started(0).evse(1, null), started(0).evse(2, null));

        TransactionState state = transactions.state("CS-1", TRANSACTION);
        assertThat(state.flags()).containsExactly(DataQuality.SEQ_NO_CONFLICT);
        assertThat(state.place().evseId()).isEqualTo(1);

        send("CS-1", updated(2), updated(1));
        assertThat(transactions.state("CS-1", TRANSACTION).flags())
                .isEqualTo(java.util.Set.copyOf(List.of(DataQuality.SEQ_NO_CONFLICT)));
    }
}
