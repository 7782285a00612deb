/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.e;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.station;
import static io.ohmnibus.e2e.RunningPlatform.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.type.ReasonEnum;
import io.ohmnibus.ocpp.type.TriggerReasonEnum;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Evse;
import io.ohmnibus.simulator.Station;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * {@code RecordTransaction}, {@code AskAboutTransactions}: the power fails while a car charges.
 * What the charging profile needs then (E17.FR.15) belongs to block K.
 */
@UseCase("E17")
class E17ResumedTransactionScenario {

    private static final Duration SOON = Duration.ofSeconds(30);

    private static Evse charging(Station station) {
        Evse evse = station.evse(1).plugIn();
        evse.authorize(token("Accepted"));
        return evse.startCharging().meter(new BigDecimal("200"));
    }

    private static void eventually(Station station, String id, Consumer<JsonNode> expectation) {
        rest().eventually("transaction/transactions/" + station.id() + "/" + id, expectation);
    }

    private static void asked(Station station) {
        rest().eventually(
                        "transaction/stations/" + station.id() + "/transaction-checks",
                        checks ->
                                assertThat(checks.at("/items/0/ongoing").asBoolean(false))
                                        .isTrue());
    }

    /** TC_E_113, F34: the transaction is the same one afterwards. */
    @Test
    @Requirement({"E17.FR.10", "E17.FR.11", "E17.FR.14"})
    void aTransactionOutlivesTheOutage() {
        try (Station station = accepted(station(OcppVersion.V2_1))) {
            Evse evse = charging(station);
            String id = evse.transactionId();

            station.resets().powerFails(Duration.ofMinutes(1), ReasonEnum.POWER_LOSS);

            await().atMost(SOON)
                    .until(() ->
                            evse.transactionEvents().getLast().triggerReason()
                                    == TriggerReasonEnum.TX_RESUMED);
            asked(station);
            eventually(
                    station,
                    id,
                    resumed -> {
                        assertThat(resumed.path("state").asString()).isEqualTo("Ongoing");
                        assertThat(resumed.path("chargingState").asString()).isEqualTo("Charging");
                    });
            evse.meter(new BigDecimal("100")).stop().unplug();
            assertThat(evse.transactionId()).isEqualTo(id);
            eventually(
                    station,
                    id,
                    ended -> {
                        assertThat(ended.path("state").asString()).isEqualTo("Ended");
                        assertThat(ended.path("complete").asBoolean()).isTrue();
                        assertThat(ended.path("energyWh").decimalValue())
                                .isEqualByComparingTo("300");
                    });
        }
    }

    /** A station that goes on without permission to charge tells that it does not. */
    @Test
    @Requirement("E17.FR.12")
    void energyMayHaveToWait() {
        try (Station station =
                accepted(
                        station(OcppVersion.V2_1)
                                .set("TxCtrlr", "AllowEnergyTransferResumption", "false"))) {
            Evse evse = charging(station);
            station.resets().powerFails(Duration.ofMinutes(1), ReasonEnum.REBOOT);
            eventually(
                    station,
                    evse.transactionId(),
                    resumed -> {
                        assertThat(resumed.path("state").asString()).isEqualTo("Ongoing");
                        assertThat(resumed.path("chargingState").asString())
                                .isEqualTo("SuspendedEVSE");
                    });
        }
    }

    /** F34: after the timeout the transaction is over, and the next one is another. */
    @ParameterizedTest
    @CsvSource({
        "V2_1, POWER_LOSS, PowerLoss",
        "V2_1, REBOOT, Reboot",
        "V2_0_1, POWER_LOSS, PowerLoss"
    })
    @Requirement({"E17.FR.20", "E17.FR.21", "E17.FR.22"})
    void orEndsWhenTheOutageWasLong(OcppVersion version, ReasonEnum cause, String reason) {
        try (Station station = accepted(station(version))) {
            Evse evse = charging(station);
            String id = evse.transactionId();

            station.resets().powerFails(Duration.ofHours(1), cause);

            eventually(
                    station,
                    id,
                    ended -> {
                        assertThat(ended.path("state").asString()).isEqualTo("Ended");
                        assertThat(ended.path("stoppedReason").asString()).isEqualTo(reason);
                        assertThat(ended.path("complete").asBoolean()).isTrue();
                        assertThat(ended.path("endedOffline").asBoolean()).isTrue();
                    });
            station.awaitAccepted(SOON);
            evse.unplug();
            charging(station);
            assertThat(evse.transactionId()).isNotEqualTo(id);
            assertThat(TransactionOf.shown(station, evse).path("state").asString())
                    .isEqualTo("Ongoing");
        }
    }
}
