/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.reservation;

import static io.ohmnibus.transaction.reservation.FakeReservations.KEY;
import static io.ohmnibus.transaction.reservation.FakeReservations.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.message.CancelReservationRequest;
import io.ohmnibus.ocpp.message.CancelReservationResponse;
import io.ohmnibus.ocpp.type.CancelReservationStatusEnum;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.transaction.command.CommandAnswer;
import io.ohmnibus.transaction.reservation.Reservations.Turn;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class CancelReservationCommandTest {

    private final FakeReservations reservations = new FakeReservations();
    private final CancelReservationCommand command =
            new CancelReservationCommand(reservations, reservations.news(), FakeReservations.CLOCK);

    private void ends(Outcome<CancelReservationResponse> outcome) {
        command.completed(KEY, new CancelReservationRequest(7, null), outcome).block();
    }

    private void answers(CancelReservationStatusEnum status) {
        ends(new Outcome.Answered<>(new CancelReservationResponse(status, null, null)));
    }

    @Test
    @Requirement({"H02.FR.01", "H02.FR.02"})
    void itIsOverWhetherTheStationHadItOrNot() {
        answers(CancelReservationStatusEnum.ACCEPTED);
        answers(CancelReservationStatusEnum.REJECTED);
        assertThat(reservations.turns)
                .containsExactly(
                        new Turn(ReservationState.CANCELLED, true, NOW),
                        new Turn(ReservationState.REMOVED, false, NOW));
        assertThat(reservations.published).hasSize(2);
    }

    @Test
    void withoutAnAnswerItStays() {
        ends(new Outcome.TimedOut<>(Duration.ofSeconds(30)));
        ends(new Outcome.Offline<>());
        assertThat(reservations.turns).isEmpty();
        assertThat(reservations.published).isEmpty();
        assertThat(reservations.answers)
                .containsExactly(
                        new CommandAnswer("TimedOut", null), new CommandAnswer("Offline", null));
    }
}
