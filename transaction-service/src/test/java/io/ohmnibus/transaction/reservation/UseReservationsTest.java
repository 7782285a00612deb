/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.reservation;

import static io.ohmnibus.transaction.reservation.FakeReservations.KEY;
import static io.ohmnibus.transaction.reservation.FakeReservations.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.TransactionEventRequest;
import io.ohmnibus.ocpp.type.Transaction;
import io.ohmnibus.ocpp.type.TransactionEventEnum;
import io.ohmnibus.ocpp.type.TriggerReasonEnum;
import io.ohmnibus.platform.ocpp.Call;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.transaction.lifecycle.EventInHand;
import io.ohmnibus.transaction.reservation.Reservations.Use;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class UseReservationsTest {

    private final FakeReservations reservations = new FakeReservations();
    private final UseReservations step =
            new UseReservations(reservations, reservations.news(), FakeReservations.CLOCK);

    private static EventInHand event(String transaction, @Nullable Integer reservation) {
        TransactionEventRequest request =
                new TransactionEventRequest(
                        null,
                        TransactionEventEnum.STARTED,
                        null,
                        NOW,
                        TriggerReasonEnum.AUTHORIZED,
                        0,
                        null,
                        null,
                        null,
                        reservation,
                        null,
                        null,
                        new Transaction(
                                transaction, null, null, null, null, null, null, null, null),
                        null,
                        null,
                        null);
        return new EventInHand(
                new Station(KEY, OcppVersion.V2_1, new Call("m", NOW, "c")), request);
    }

    @Test
    @Requirement("H01.FR.15")
    void aTransactionThatNamesAReservationHasUsedIt() {
        step.apply(List.of(event("tx-1", null), event("tx-2", 7))).block();
        assertThat(reservations.uses).containsExactly(new Use(KEY, 7, "tx-2"));
        assertThat(reservations.published).hasSize(1);
    }

    @Test
    void otherEventsAskForNothing() {
        step.apply(List.of(event("tx-1", null))).block();
        assertThat(reservations.turns).isEmpty();
    }
}
