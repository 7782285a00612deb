/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.reservation;

import static io.ohmnibus.transaction.reservation.FakeReservations.KEY;
import static io.ohmnibus.transaction.reservation.FakeReservations.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.ReservationStatusUpdateRequest;
import io.ohmnibus.ocpp.message.ReservationStatusUpdateResponse;
import io.ohmnibus.ocpp.type.ReservationUpdateStatusEnum;
import io.ohmnibus.platform.ocpp.Call;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.transaction.reservation.Reservations.Turn;
import org.junit.jupiter.api.Test;

final class ReservationStatusUpdateHandlerTest {

    private static final Station STATION =
            new Station(KEY, OcppVersion.V2_1, new Call("message", NOW, "connection"));

    private final FakeReservations reservations = new FakeReservations();
    private final ReservationStatusUpdateHandler handler =
            new ReservationStatusUpdateHandler(reservations, reservations.news());

    private void send(int id, ReservationUpdateStatusEnum status) {
        assertThat(
                        handler.handle(
                                        STATION,
                                        new ReservationStatusUpdateRequest(id, status, null))
                                .block())
                .isEqualTo(ReservationStatusUpdateResponse.EMPTY);
    }

    @Test
    @Requirement({"H01.FR.16", "H01.FR.17", "H03.FR.11", "H04.FR.01"})
    void takesEachStatus() {
        for (ReservationUpdateStatusEnum status : ReservationUpdateStatusEnum.values()) {
            send(7, status);
        }
        assertThat(reservations.turns)
                .containsExactly(
                        new Turn(ReservationState.EXPIRED, true, NOW),
                        new Turn(ReservationState.REMOVED, true, NOW),
                        new Turn(ReservationState.NO_TRANSACTION, true, NOW));
        assertThat(reservations.published).hasSize(3);
    }

    /** A32. */
    @Test
    void aReservationThatNobodyMadeIsAnsweredAndForgotten() {
        send(8, ReservationUpdateStatusEnum.REMOVED);
        assertThat(reservations.published).isEmpty();
    }
}
