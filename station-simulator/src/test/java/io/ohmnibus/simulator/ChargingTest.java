/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.TransactionEventRequest;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.ocpp.type.ChargingStateEnum;
import io.ohmnibus.ocpp.type.EVSE;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.ReasonEnum;
import io.ohmnibus.ocpp.type.RegistrationStatusEnum;
import io.ohmnibus.ocpp.type.TransactionEventEnum;
import io.ohmnibus.ocpp.type.TriggerReasonEnum;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChargingTest {

    private static final IdToken TOKEN = new IdToken(null, "04A1B2C3", "ISO14443", null);

    private FakeCsms csms = new FakeCsms(OcppVersion.V2_1);

    @AfterEach
    void everyFrameWasValid() {
        assertThat(csms.wrong()).isEmpty();
        csms.close();
    }

    private StationBuilder station() {
        return Station.builder("CS 001").url(csms.url()).password("secret");
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void bootsPlugsInAuthorizesChargesStopsAndUnplugs(OcppVersion version) {
        csms.close();
        csms = new FakeCsms(version);
        try (var station = station().version(version).evses(2).start()) {
            var boot = station.boot(BootReasonEnum.POWER_UP);
            assertThat(boot.status()).isEqualTo(RegistrationStatusEnum.ACCEPTED);
            var evse = station.evse(1).plugIn();
            assertThat(evse.authorize(TOKEN).status()).isEqualTo(AuthorizationStatusEnum.ACCEPTED);
            evse.startCharging().meter(Duration.ofMinutes(10)).stop().unplug();

            assertThat(evse.transactionEvents())
                    .extracting(TransactionEventRequest::triggerReason)
                    .containsExactly(
                            TriggerReasonEnum.CABLE_PLUGGED_IN,
                            TriggerReasonEnum.AUTHORIZED,
                            TriggerReasonEnum.CHARGING_STATE_CHANGED,
                            TriggerReasonEnum.METER_VALUE_PERIODIC,
                            TriggerReasonEnum.STOP_AUTHORIZED);
        }
        var events = csms.requests(TransactionEventRequest.class);
        assertThat(events)
                .extracting(TransactionEventRequest::seqNo)
                .containsExactly(0, 1, 2, 3, 4);
        assertThat(events.getLast().eventType()).isEqualTo(TransactionEventEnum.ENDED);
        assertThat(events.getLast().transactionInfo().stoppedReason()).isEqualTo(ReasonEnum.LOCAL);
        assertThat(events.get(2).transactionInfo().chargingState())
                .isEqualTo(ChargingStateEnum.CHARGING);
        var report = version == OcppVersion.V2_1 ? "NotifyEvent" : "StatusNotification";
        assertThat(csms.actions())
                .containsExactly(
                        "BootNotification",
                        report,
                        report,
                        report,
                        "TransactionEvent",
                        "Authorize",
                        "TransactionEvent",
                        "TransactionEvent",
                        "TransactionEvent",
                        "TransactionEvent",
                        report);
    }

    @Test
    void startsWithTheTokenWhenItComesFirst() {
        try (var station = station().start()) {
            station.boot(BootReasonEnum.POWER_UP);
            station.evse(1).authorize(TOKEN);
            station.evse(1).plugIn().startCharging();
            station.evse(1).authorize(TOKEN);
        }
        var events = csms.requests(TransactionEventRequest.class);
        assertThat(events)
                .extracting(TransactionEventRequest::triggerReason)
                .containsExactly(
                        TriggerReasonEnum.AUTHORIZED,
                        TriggerReasonEnum.CABLE_PLUGGED_IN,
                        TriggerReasonEnum.CHARGING_STATE_CHANGED,
                        TriggerReasonEnum.STOP_AUTHORIZED);
        assertThat(events.getFirst().idToken()).isEqualTo(TOKEN);
        assertThat(events.get(1).idToken()).isNull();
        assertThat(events.get(1).evse()).isEqualTo(new EVSE(1, 1, null));
        assertThat(events.get(2).evse()).isNull();
        assertThat(events.getLast().idToken()).isEqualTo(TOKEN);
    }

    @Test
    void endsTheTransactionWhenTheCsmsNoLongerAcceptsTheToken() {
        csms.on(
                TransactionEventRequest.class,
                event ->
                        FakeCsms.answer(
                                event.idToken() == null ? null : AuthorizationStatusEnum.BLOCKED));
        try (var station = station().start()) {
            station.boot(BootReasonEnum.POWER_UP);
            station.evse(1).plugIn().authorize(TOKEN);
        }
        var last = csms.requests(TransactionEventRequest.class).getLast();
        assertThat(last.eventType()).isEqualTo(TransactionEventEnum.ENDED);
        assertThat(last.triggerReason()).isEqualTo(TriggerReasonEnum.DEAUTHORIZED);
        assertThat(last.transactionInfo().stoppedReason()).isEqualTo(ReasonEnum.DE_AUTHORIZED);
    }

    @Test
    void endsAtTheCableWhenOnlyThatIsAStopPoint() {
        try (var station = station().set("TxCtrlr", "TxStopPoint", "EVConnected").start()) {
            station.boot(BootReasonEnum.POWER_UP);
            var evse = station.evse(1).plugIn();
            evse.authorize(TOKEN);
            evse.startCharging().stop();
            assertThat(evse.hasTransaction()).isTrue();
            evse.unplug();
        }
        var events = csms.requests(TransactionEventRequest.class);
        assertThat(events.get(events.size() - 2).triggerReason())
                .isEqualTo(TriggerReasonEnum.STOP_AUTHORIZED);
        assertThat(events.getLast().triggerReason())
                .isEqualTo(TriggerReasonEnum.EV_COMMUNICATION_LOST);
        assertThat(events.getLast().transactionInfo().stoppedReason()).isEqualTo(ReasonEnum.LOCAL);
    }
}
