/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.lifecycle;

import static io.ohmnibus.transaction.lifecycle.Given.started;
import static io.ohmnibus.transaction.lifecycle.Given.station;
import static io.ohmnibus.transaction.lifecycle.Given.updated;
import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.TWO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.ocpp.OcppException;
import io.ohmnibus.ocpp.message.TransactionEventResponse;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.IdTokenInfo;
import io.ohmnibus.platform.test.Requirement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

final class TransactionEventHandlerTest {

    /** Adds one to the total cost, and counts how often it was called. */
    private static final class Counting implements TransactionEventStep {

        private final List<EventInHand> seen = new ArrayList<>();

        @Override
        public Mono<Void> apply(List<EventInHand> events) {
            for (EventInHand event : events) {
                seen.add(event);
                BigDecimal cost = event.answer().totalCost();
                event.answer(cost(cost == null ? BigDecimal.ONE : cost.add(BigDecimal.ONE)));
            }
            return Mono.empty();
        }
    }

    private static TransactionEventResponse cost(BigDecimal total) {
        return new TransactionEventResponse(total, null, null, null, null, null, null);
    }

    private static final IdTokenInfo ACCEPTED =
            new IdTokenInfo(
                    AuthorizationStatusEnum.ACCEPTED,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);

    private final FakeTransactions transactions = new FakeTransactions();
    private final FakeTransactionEvents events = new FakeTransactionEvents();
    private final Counting step = new Counting();
    private final TransactionEventHandler handler =
            new TransactionEventHandler(
                    transactions,
                    events,
                    List.of(
                            new RecordTransaction(transactions, events, new PublishedEvents()),
                            step,
                            step));

    @Test
    @Requirement("J02.FR.19")
    void answersWithWhatAllStepsAdded() {
        assertThat(handler.handle(station("CS-1"), started(0).request()).block())
                .extracting(TransactionEventResponse::totalCost)
                .isEqualTo(TWO);
    }

    @Test
    @Requirement("E13.FR.02")
    void givesARepeatedEventItsFirstAnswerWithoutASecondEffect() { // pain 14, F31
        TransactionEventResponse first =
                handler.handle(station("CS-1", "first"), started(0).request()).block();
        TransactionEventResponse second =
                handler.handle(station("CS-1", "second"), started(0).request()).block();

        assertThat(second).isEqualTo(first);
        assertThat(step.seen).hasSize(2);
        assertThat(events.size()).isEqualTo(1);
    }

    @Test
    void treatsTheSameEventOfAnotherStationAsAnother() { // A31
        handler.handle(station("CS-1"), started(0).request()).block();
        handler.handle(station("CS-2"), started(0).request()).block();

        assertThat(events.size()).isEqualTo(2);
    }

    @Test
    void answersEachOfManyForItself() {
        handler.handle(station("CS-2", "first"), started(0).request()).block();
        List<EventInHand> many =
                Stream.of("CS-1", "CS-2", "CS-3")
                        .map(id -> handler.read(station(id), started(0).request()).block())
                        .toList();

        List<TransactionEventResponse> answers = handler.handleAll(many).block();

        assertThat(answers).containsExactly(cost(TWO), cost(TWO), cost(TWO));
        assertThat(step.seen)
                .extracting(event -> event.station().id())
                .containsExactly("CS-2", "CS-2", "CS-1", "CS-3", "CS-1", "CS-3");
        assertThat(events.size()).isEqualTo(3);
    }

    @Test
    void letsStepsAskOthersBeforeAndBeginAnewWithWhatTheySaid() {
        TransactionEventStep asking =
                new TransactionEventStep() {
                    @Override
                    public Mono<Void> prepare(EventInHand event) {
                        return Mono.fromRunnable(() -> event.judged(ACCEPTED));
                    }

                    @Override
                    public Mono<Void> apply(List<EventInHand> events) {
                        assertThat(events)
                                .extracting(EventInHand::judgement)
                                .containsOnly(ACCEPTED);
                        return Mono.empty();
                    }
                };
        TransactionEventHandler handler =
                new TransactionEventHandler(
                        transactions, events, List.of(asking, step, failingOnce()));
        EventInHand event = handler.read(station("CS-1"), started(0).request()).block();
        assertThat(event).isNotNull();

        assertThatThrownBy(() -> handler.handleAll(List.of(event)).block()).hasMessage("once");
        assertThat(handler.handleAll(List.of(event)).block()).containsExactly(cost(ONE));
    }

    private static TransactionEventStep failingOnce() {
        AtomicBoolean failed = new AtomicBoolean();
        return _ ->
                failed.getAndSet(true)
                        ? Mono.empty()
                        : Mono.error(new IllegalStateException("once"));
    }

    @Test
    void keepsNothingWhenAStepFails() {
        TransactionEventHandler failing =
                new TransactionEventHandler(
                        transactions,
                        events,
                        List.of(_ -> Mono.error(new IllegalStateException("no answer"))));

        assertThatThrownBy(() -> failing.handle(station("CS-1"), updated(1).request()).block())
                .hasMessage("no answer");
        assertThat(events.size()).isZero();
    }

    @Test
    void refusesATransactionIdThatNoDatabaseHolds() {
        assertThatThrownBy(
                        () -> TransactionKey.of(station("CS-1"), started(0).of("a\0b").request()))
                .isInstanceOf(OcppException.class);
    }
}
