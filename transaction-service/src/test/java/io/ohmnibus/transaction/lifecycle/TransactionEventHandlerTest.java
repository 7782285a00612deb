/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.lifecycle;

import static io.ohmnibus.transaction.lifecycle.Given.started;
import static io.ohmnibus.transaction.lifecycle.Given.station;
import static io.ohmnibus.transaction.lifecycle.Given.updated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.ocpp.OcppException;
import io.ohmnibus.ocpp.message.TransactionEventRequest;
import io.ohmnibus.ocpp.message.TransactionEventResponse;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.test.Requirement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

final class TransactionEventHandlerTest {

    /** Adds one to the total cost, and counts how often it was called. */
    private static final class Counting implements TransactionEventStep {

        private final List<TransactionEventRequest> seen = new ArrayList<>();

        @Override
        public Mono<TransactionEventResponse> apply(
                Station station, TransactionEventRequest event, TransactionEventResponse answer) {
            seen.add(event);
            BigDecimal cost = answer.totalCost();
            return Mono.just(
                    new TransactionEventResponse(
                            cost == null ? BigDecimal.ONE : cost.add(BigDecimal.ONE),
                            null,
                            null,
                            null,
                            null,
                            null,
                            null));
        }
    }

    private final FakeTransactionEvents events = new FakeTransactionEvents();
    private final Counting step = new Counting();
    private final TransactionEventHandler handler =
            new TransactionEventHandler(events, List.of(step, step));

    @Test
    @Requirement("J02.FR.19")
    void answersWithWhatAllStepsAdded() {
        assertThat(handler.handle(station("CS-1"), started(0).request()).block())
                .extracting(TransactionEventResponse::totalCost)
                .isEqualTo(BigDecimal.TWO);
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
    void appliesStepsThatAskedOthersBefore() {
        TransactionEventStep asking =
                new TransactionEventStep() {
                    @Override
                    public Mono<TransactionEventResponse> apply(
                            Station station,
                            TransactionEventRequest event,
                            TransactionEventResponse answer) {
                        return Mono.error(new IllegalStateException("not prepared"));
                    }

                    @Override
                    public Mono<TransactionEventStep> prepare(
                            Station station, TransactionEventRequest event) {
                        return Mono.just(step);
                    }
                };
        TransactionEventRequest event = started(0).request();

        assertThat(
                        new TransactionEventHandler(events, List.of(asking, step))
                                .prepare(station("CS-1"), event)
                                .flatMap(prepared -> prepared.handle(station("CS-1"), event))
                                .block())
                .extracting(TransactionEventResponse::totalCost)
                .isEqualTo(BigDecimal.TWO);
    }

    @Test
    void keepsNothingWhenAStepFails() {
        TransactionEventHandler failing =
                new TransactionEventHandler(
                        events,
                        List.of((_, _, _) -> Mono.error(new IllegalStateException("no answer"))));

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
