/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.CancelReservationRequest;
import io.ohmnibus.ocpp.message.CancelReservationResponse;
import io.ohmnibus.ocpp.message.ReservationStatusUpdateRequest;
import io.ohmnibus.ocpp.message.ReservationStatusUpdateResponse;
import io.ohmnibus.ocpp.message.ReserveNowRequest;
import io.ohmnibus.ocpp.message.ReserveNowResponse;
import io.ohmnibus.ocpp.message.TransactionEventRequest;
import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.ocpp.type.CancelReservationStatusEnum;
import io.ohmnibus.ocpp.type.ConnectorStatusEnum;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.ReservationUpdateStatusEnum;
import io.ohmnibus.ocpp.type.ReserveNowStatusEnum;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReservationTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final IdToken HOLDER = new IdToken(null, "HOLDER", "ISO14443", null);
    private static final IdToken OTHER = new IdToken(null, "OTHER", "ISO14443", null);

    private final FakeCsms csms = new FakeCsms(OcppVersion.V2_1);
    private final Station station =
            Station.builder("CS001")
                    .url(csms.url())
                    .evses(3)
                    .set("TxCtrlr", "TxStartPoint", "PowerPathClosed")
                    .build();

    @BeforeEach
    void boots() {
        csms.on(ReservationStatusUpdateRequest.class, _ -> ReservationStatusUpdateResponse.EMPTY);
        station.model().measure("Connector", 3, 1, "ConnectorType", () -> "cCCS2");
        station.connect();
        station.boot(BootReasonEnum.POWER_UP);
    }

    @AfterEach
    void everyFrameWasValid() {
        station.close();
        assertThat(csms.wrong()).isEmpty();
        csms.close();
    }

    private ReserveNowStatusEnum reserve(
            int id, @Nullable Integer evse, @Nullable String connectorType) {
        return reserve(id, evse, connectorType, Duration.ofHours(1));
    }

    private ReserveNowStatusEnum reserve(
            int id, @Nullable Integer evse, @Nullable String connectorType, Duration ahead) {
        var request =
                new ReserveNowRequest(
                        id, station.now().plus(ahead), connectorType, HOLDER, evse, null, null);
        return csms.call(request, ReserveNowResponse.class).status();
    }

    private void becomes(int evse, ConnectorStatusEnum status) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(station.evse(evse).availability(1)).isEqualTo(status));
    }

    private void told(int id, ReservationUpdateStatusEnum status) {
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(csms.requests(ReservationStatusUpdateRequest.class))
                                .contains(new ReservationStatusUpdateRequest(id, status, null)));
    }

    @Test
    void keepsAnEvseForTheHolder() {
        assertThat(reserve(1, 1, null)).isEqualTo(ReserveNowStatusEnum.ACCEPTED);
        becomes(1, ConnectorStatusEnum.RESERVED);
        assertThat(reserve(2, 1, null)).isEqualTo(ReserveNowStatusEnum.OCCUPIED);
        var evse = station.evse(1).plugIn();
        assertThat(evse.availability(1)).isEqualTo(ConnectorStatusEnum.RESERVED);
        evse.authorize(OTHER);
        assertThat(evse.authorizedToken()).isEmpty();

        evse.authorize(HOLDER);

        becomes(1, ConnectorStatusEnum.OCCUPIED);
        assertThat(csms.requests(TransactionEventRequest.class).getFirst().reservationId())
                .isEqualTo(1);
    }

    @Test
    void keepsOneOfSeveralFree() {
        assertThat(reserve(1, null, "cCCS2")).isEqualTo(ReserveNowStatusEnum.ACCEPTED);
        becomes(3, ConnectorStatusEnum.RESERVED);
        assertThat(reserve(2, null, "cCCS2")).isEqualTo(ReserveNowStatusEnum.OCCUPIED);
        assertThat(reserve(3, null, null)).isEqualTo(ReserveNowStatusEnum.ACCEPTED);
        becomes(1, ConnectorStatusEnum.AVAILABLE);
        assertThat(reserve(4, null, null)).isEqualTo(ReserveNowStatusEnum.ACCEPTED);
        becomes(1, ConnectorStatusEnum.RESERVED);
        becomes(2, ConnectorStatusEnum.RESERVED);
        assertThat(reserve(5, null, null)).isEqualTo(ReserveNowStatusEnum.OCCUPIED);

        assertThat(
                        csms.call(
                                        new CancelReservationRequest(4, null),
                                        CancelReservationResponse.class)
                                .status())
                .isEqualTo(CancelReservationStatusEnum.ACCEPTED);
        becomes(1, ConnectorStatusEnum.AVAILABLE);
        assertThat(
                        csms.call(
                                        new CancelReservationRequest(4, null),
                                        CancelReservationResponse.class)
                                .status())
                .isEqualTo(CancelReservationStatusEnum.REJECTED);
    }

    @Test
    void saysWhyItCannot() {
        station.evse(1).breakDown();
        assertThat(reserve(1, 1, null)).isEqualTo(ReserveNowStatusEnum.FAULTED);
        station.evse(1).repair();
        assertThat(reserve(1, 1, null)).isEqualTo(ReserveNowStatusEnum.ACCEPTED);
        assertThat(reserve(2, 9, null)).isEqualTo(ReserveNowStatusEnum.OCCUPIED);
        station.model().set("ReservationCtrlr", "NonEvseSpecific", "", "false");
        assertThat(reserve(2, null, null)).isEqualTo(ReserveNowStatusEnum.REJECTED);
    }

    @Test
    void tellsHowItEnds() {
        reserve(1, 1, null);
        station.evse(1).breakDown();
        told(1, ReservationUpdateStatusEnum.REMOVED);
        reserve(2, 2, null, Duration.ofMillis(50));
        told(2, ReservationUpdateStatusEnum.EXPIRED);
        becomes(2, ConnectorStatusEnum.AVAILABLE);
        station.model().set("TxCtrlr", "EVConnectionTimeOut", "", "0");
        reserve(3, 2, null);
        station.evse(2).authorize(HOLDER);
        told(3, ReservationUpdateStatusEnum.NO_TRANSACTION);
        assertThat(csms.requests(TransactionEventRequest.class)).isEqualTo(List.of());
    }
}
