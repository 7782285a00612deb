/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.unfinished;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.TransactionEventRequest;
import io.ohmnibus.ocpp.message.TransactionEventResponse;
import io.ohmnibus.ocpp.type.EVSE;
import io.ohmnibus.ocpp.type.Transaction;
import io.ohmnibus.ocpp.type.TransactionEventEnum;
import io.ohmnibus.ocpp.type.TriggerReasonEnum;
import io.ohmnibus.platform.ocpp.Call;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.transaction.lifecycle.EventInHand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

final class SupersedeTransactionsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final StationKey KEY = new StationKey("default", "CS-1");

    private final List<Object> published = new ArrayList<>();
    private final SupersedeTransactions step =
            new SupersedeTransactions(
                    new FakeUnfinishedTransactions(),
                    (_, event) -> Mono.fromRunnable(() -> published.add(event)));

    private void send(TransactionEventEnum type, @Nullable EVSE evse) {
        TransactionEventRequest event =
                new TransactionEventRequest(
                        null,
                        type,
                        null,
                        NOW,
                        TriggerReasonEnum.AUTHORIZED,
                        0,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        new Transaction("tx-1", null, null, null, null, null, null, null, null),
                        evse,
                        null,
                        null);
        Station station = new Station(KEY, OcppVersion.V2_1, new Call("m", NOW, "c"));
        EventInHand inHand = new EventInHand(station, event);
        step.apply(List.of(inHand)).block();
        assertThat(inHand.answer()).isEqualTo(TransactionEventResponse.EMPTY);
    }

    @Test
    void aStartAnnouncesWhatIsOverBecauseOfIt() { // pain 17
        send(TransactionEventEnum.STARTED, null);
        assertThat(published).containsExactly(FakeUnfinishedTransactions.EARLIER);
    }

    @Test
    void soDoesTheFirstWordOfTheEvse() {
        send(TransactionEventEnum.UPDATED, new EVSE(1, 1, null));
        assertThat(published).containsExactly(FakeUnfinishedTransactions.EARLIER);
    }

    @Test
    void otherEventsLookForNothing() {
        send(TransactionEventEnum.UPDATED, null);
        assertThat(published).isEmpty();
    }
}
