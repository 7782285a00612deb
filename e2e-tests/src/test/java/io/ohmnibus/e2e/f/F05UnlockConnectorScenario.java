/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.f;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.station;
import static io.ohmnibus.e2e.RunningPlatform.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.UnlockConnectorRequest;
import io.ohmnibus.ocpp.message.UnlockConnectorResponse;
import io.ohmnibus.ocpp.type.UnlockStatusEnum;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Station;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code UnlockConnectorCommand}: the station answers when it has tried. */
@UseCase("F05")
class F05UnlockConnectorScenario {

    private static String unlock(Station station, int evse, int connector) {
        return Remote.command(station, "UnlockConnector", json(evse, connector));
    }

    private static String json(int evse, int connector) {
        return "{\"evseId\": %d, \"connectorId\": %d}".formatted(evse, connector);
    }

    /** TC_F_06. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"F05.FR.01", "F05.FR.04", "F05.FR.06"})
    void aConnectorWithoutTransactionIsUnlocked(OcppVersion version) {
        try (Station station = accepted(version)) {
            assertThat(unlock(station, 1, 1)).isEqualTo("Unlocked");
            Remote.becomes(station, "Done");
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("F05.FR.04")
    void theCableThatWasStuckLeaves(OcppVersion version) {
        try (Station station =
                accepted(station(version).set("TxCtrlr", "TxStopPoint", "EVConnected"))) {
            var evse = station.evse(1).plugIn();
            evse.authorize(token("Accepted"));
            evse.stop();
            assertThat(unlock(station, 1, 1)).isEqualTo("Unlocked");
            Remote.eventually(
                    station,
                    request -> assertThat(request.path("effect").isMissingNode()).isTrue());
            evse.unplug();
            Remote.eventually(
                    station,
                    request ->
                            assertThat(request.at("/effect/transactionId").asString())
                                    .isEqualTo(Remote.transaction(station)));
        }
    }

    /** Only the availability of the connector tells: no transaction began. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("F05.FR.04")
    void soDoesACableWithoutTransaction(OcppVersion version) {
        try (Station station =
                accepted(station(version).set("TxCtrlr", "TxStartPoint", "PowerPathClosed"))) {
            var evse = station.evse(1).plugIn();
            assertThat(unlock(station, 1, 1)).isEqualTo("Unlocked");
            evse.unplug();
            Remote.eventually(
                    station,
                    request -> {
                        assertThat(request.at("/effect/at").isString()).isTrue();
                        assertThat(request.at("/effect/transactionId").isMissingNode()).isTrue();
                    });
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"F05.FR.02", "F05.FR.03", "F05.FR.05"})
    void whyAConnectorStaysLockedIsTold(OcppVersion version) {
        try (Station station = accepted(version)) {
            assertThat(unlock(station, 1, 9)).isEqualTo("UnknownConnector");
            Remote.becomes(station, "Refused");
            station.evse(1).plugIn().authorize(token("Accepted"));
            assertThat(unlock(station, 1, 1)).isEqualTo("OngoingAuthorizedTransaction");
            station.onCall(
                    UnlockConnectorRequest.class,
                    _ -> new UnlockConnectorResponse(UnlockStatusEnum.UNLOCK_FAILED, null, null));
            assertThat(unlock(station, 1, 1)).isEqualTo("UnlockFailed");
            Remote.becomes(station, "Refused");

            assertThat(Remote.refused(station, "UnlockConnector", json(1, 0)))
                    .contains("F05.FR.01");
            assertThat(Remote.refused(station, "UnlockConnector", json(0, 1)))
                    .contains("F05.FR.01");
        }
    }
}
