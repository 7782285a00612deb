/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.contracts.transaction.TransactionEnded;
import io.ohmnibus.contracts.transaction.TransactionStarted;
import io.ohmnibus.ocpp.message.TransactionEventRequest;
import io.ohmnibus.ocpp.type.TransactionEventEnum;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever order events arrive in, and how often, the outcome is what a small model says. */
final class StormTest {

    private static final int SEEDS = 2000;

    @Test
    void whatArrivedCountsAndNothingElse() { // pain 13, pain 14, F31, F32
        for (long seed = 0; seed < SEEDS; seed++) {
            Storm storm = new Storm(seed);
            FakeTransactions transactions = new FakeTransactions();
            FakeTransactionEvents events = new FakeTransactionEvents();
            PublishedEvents published = new PublishedEvents();
            var handler =
                    new TransactionEventHandler(
                            transactions,
                            events,
                            List.of(new RecordTransaction(transactions, events, published)));
            for (TransactionEventRequest event : storm.arriving) {
                handler.handle(
                                Given.station("CS-1", "message", event.timestamp().plusMillis(900)),
                                event)
                        .block();
            }
            isAsTheModelSays(storm, transactions.state("CS-1", Given.TRANSACTION), seed);
            assertThat(count(published, TransactionStarted.class))
                    .as("seed %d", seed)
                    .isEqualTo(storm.has(TransactionEventEnum.STARTED) ? 1 : 0);
            assertThat(count(published, TransactionEnded.class))
                    .as("seed %d", seed)
                    .isEqualTo(storm.has(TransactionEventEnum.ENDED) ? 1 : 0);
        }
    }

    private static long count(PublishedEvents published, Class<?> type) {
        return published.all().stream().filter(type::isInstance).count();
    }

    /** Compares what is known of a transaction with the model. */
    static void isAsTheModelSays(Storm storm, TransactionState state, long seed) {
        boolean started = storm.has(TransactionEventEnum.STARTED);
        boolean ended = storm.has(TransactionEventEnum.ENDED);
        String name = "seed " + seed;
        assertThat(state.hasEnded()).as(name).isEqualTo(ended);
        assertThat(state.started() != null).as(name).isEqualTo(started);
        assertThat(state.isComplete()).as(name).isEqualTo(started && ended && storm.isWithoutGap());
        for (int seqNo : storm.seqNos()) {
            assertThat(state.received().seqNos().contains(seqNo)).as(name).isTrue();
        }
        assertThat(state.place().evseId()).as(name).isEqualTo(storm.evse());
        assertThat(state.token() == null ? null : state.token().idToken())
                .as(name)
                .isEqualTo(storm.token());
        BigDecimal energy = storm.energy();
        if (energy == null) {
            assertThat(state.energy().total()).as(name).isNull();
        } else {
            assertThat(state.energy().total()).as(name).isEqualByComparingTo(energy);
        }
        assertThat(state.hasConflict()).as(name).isEqualTo(storm.hasConflict());
        assertThat(state.flags().contains(DataQuality.SEQ_NO_GAP))
                .as(name)
                .isEqualTo(!storm.isWithoutGap());
    }
}
