/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.RequestStartTransactionRequest;
import io.ohmnibus.ocpp.message.RequestStartTransactionResponse;
import io.ohmnibus.ocpp.message.RequestStopTransactionRequest;
import io.ohmnibus.ocpp.message.RequestStopTransactionResponse;
import io.ohmnibus.ocpp.message.TransactionEventRequest;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.ocpp.type.ChargingStateEnum;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.ReasonEnum;
import io.ohmnibus.ocpp.type.RequestStartStopStatusEnum;
import io.ohmnibus.ocpp.type.TransactionEventEnum;
import io.ohmnibus.ocpp.type.TriggerReasonEnum;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EvseTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final IdToken TOKEN = new IdToken(null, "04A1B2C3", "ISO14443", null);

    private final FakeCsms csms = new FakeCsms(OcppVersion.V2_1);

    @AfterEach
    void everyFrameWasValid() {
        assertThat(csms.wrong()).isEmpty();
        csms.close();
    }

    private StationBuilder station() {
        return Station.builder("CS001").url(csms.url());
    }

    private static Station booted(StationBuilder builder) {
        var station = builder.start();
        station.boot(BootReasonEnum.POWER_UP);
        return station;
    }

    private static Evse charging(Station station) {
        var evse = station.evse(1).plugIn();
        evse.authorize(TOKEN);
        return evse.startCharging();
    }

    private List<TransactionEventRequest> events() {
        return csms.requests(TransactionEventRequest.class);
    }

    @Test
    void endsTheTransactionWhenTheCableIsTakenOutOfTheCar() {
        try (var station = booted(station().set("TxCtrlr", "TxStopPoint", "Authorized"))) {
            charging(station).disconnectEv();
        }
        var last = events().getLast();
        assertThat(last.eventType()).isEqualTo(TransactionEventEnum.ENDED);
        assertThat(last.triggerReason()).isEqualTo(TriggerReasonEnum.EV_COMMUNICATION_LOST);
        assertThat(last.transactionInfo().stoppedReason()).isEqualTo(ReasonEnum.EV_DISCONNECTED);
    }

    @Test
    void goesOnWhenTheCableIsPutBackAndTheStationMayWaitForIt() {
        try (var station =
                booted(
                        station()
                                .set("TxCtrlr", "TxStopPoint", "Authorized")
                                .set("TxCtrlr", "StopTxOnEVSideDisconnect", "false"))) {
            var evse = charging(station).disconnectEv();
            assertThat(evse.chargingState()).isEqualTo(ChargingStateEnum.IDLE);
            evse.reconnectEv().startCharging();
            assertThat(evse.chargingState()).isEqualTo(ChargingStateEnum.CHARGING);
        }
        assertThat(events()).noneMatch(e -> e.eventType() == TransactionEventEnum.ENDED);
    }

    @Test
    void givesUpWhenNoCableIsPluggedInInTime() {
        try (var station = booted(station().set("TxCtrlr", "EVConnectionTimeOut", "1"))) {
            station.evse(1).authorize(TOKEN);
            Awaitility.await().atMost(SOON).until(() -> events().size() == 2);
        }
        var last = events().getLast();
        assertThat(last.triggerReason()).isEqualTo(TriggerReasonEnum.EV_CONNECT_TIMEOUT);
        assertThat(last.transactionInfo().stoppedReason()).isEqualTo(ReasonEnum.TIMEOUT);
    }

    @Test
    void sendsMeterValuesByItselfWhileEnergyFlows() {
        try (var station = booted(station().meterInterval(Duration.ofSeconds(1)))) {
            var evse = charging(station);
            var before = evse.energy();
            Awaitility.await()
                    .atMost(SOON)
                    .until(() ->
                            events().getLast().triggerReason()
                                    == TriggerReasonEnum.METER_VALUE_PERIODIC);
            assertThat(evse.energy()).isGreaterThan(before);
        }
    }

    @Test
    void chargesAndStopsAtTheWordOfTheCsms() {
        try (var station = booted(station().chargesAtOnce(true))) {
            var evse = station.evse(1).plugIn();
            var start =
                    csms.call(
                            new RequestStartTransactionRequest(1, null, TOKEN, 7, null, null),
                            RequestStartTransactionResponse.class);
            assertThat(start.transactionId()).isEqualTo(evse.transactionId());
            Awaitility.await().atMost(SOON).until(() -> events().size() == 3);
            assertThat(events())
                    .extracting(TransactionEventRequest::triggerReason)
                    .containsExactly(
                            TriggerReasonEnum.CABLE_PLUGGED_IN,
                            TriggerReasonEnum.REMOTE_START,
                            TriggerReasonEnum.CHARGING_STATE_CHANGED);
            var stop = new RequestStopTransactionRequest(evse.transactionId(), null);
            assertThat(csms.call(stop, RequestStopTransactionResponse.class).status())
                    .isEqualTo(RequestStartStopStatusEnum.ACCEPTED);
            Awaitility.await().atMost(SOON).until(() -> events().size() == 4);
            assertThat(events().getLast().transactionInfo().stoppedReason())
                    .isEqualTo(ReasonEnum.REMOTE);
            assertThat(csms.call(stop, RequestStopTransactionResponse.class).status())
                    .isEqualTo(RequestStartStopStatusEnum.REJECTED);
        }
    }

    @Test
    void onlySuspendsWhenATokenIsRefusedAndTheTransactionMayGoOn() {
        csms.on(
                TransactionEventRequest.class,
                event ->
                        FakeCsms.answer(
                                event.idToken() == null ? null : AuthorizationStatusEnum.EXPIRED));
        try (var station = booted(station().set("TxCtrlr", "StopTxOnInvalidId", "false"))) {
            station.evse(1).plugIn().authorize(TOKEN);
            assertThat(station.evse(1).chargingState()).isEqualTo(ChargingStateEnum.SUSPENDED_EVSE);
        }
        assertThat(events().getLast().eventType()).isEqualTo(TransactionEventEnum.UPDATED);
    }

    @Test
    void decidesByItsCacheWhileOffline() {
        var unknown = new IdToken(null, "FFFF", "ISO14443", null);
        try (var station = booted(station())) {
            charging(station).stop().unplug();
            station.goOffline();
            assertThat(station.evse(1).authorize(unknown).status())
                    .isEqualTo(AuthorizationStatusEnum.UNKNOWN);
            assertThat(station.evse(1).authorize(TOKEN).status())
                    .isEqualTo(AuthorizationStatusEnum.ACCEPTED);
        }
    }

    @Test
    void refusesToChargeWithoutACar() {
        try (var station = booted(station())) {
            assertThatThrownBy(() -> station.evse(1).startCharging())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("no car is connected");
        }
    }
}
