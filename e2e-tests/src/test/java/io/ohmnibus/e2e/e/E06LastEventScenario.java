/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.e;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.e2e.e.TransactionOf.Told;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.ChargingStateEnum;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.ReasonEnum;
import io.ohmnibus.ocpp.type.TransactionEventEnum;
import io.ohmnibus.ocpp.type.TriggerReasonEnum;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Station;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** {@code RecordTransaction}: the last events that certification knows. */
@UseCase("E06")
class E06LastEventScenario {

    private record Last(
            String testCase,
            TriggerReasonEnum trigger,
            @Nullable ChargingStateEnum state,
            ReasonEnum reason) {}

    private static final List<Last> CASES =
            List.of(
                    new Last("TC_E_07", TriggerReasonEnum.STOP_AUTHORIZED, null, ReasonEnum.LOCAL),
                    new Last(
                            "TC_E_08",
                            TriggerReasonEnum.CHARGING_STATE_CHANGED,
                            ChargingStateEnum.EV_CONNECTED,
                            ReasonEnum.LOCAL),
                    new Last(
                            "TC_E_14",
                            TriggerReasonEnum.EV_COMMUNICATION_LOST,
                            ChargingStateEnum.IDLE,
                            ReasonEnum.EV_DISCONNECTED),
                    new Last(
                            "TC_E_15",
                            TriggerReasonEnum.STOP_AUTHORIZED,
                            ChargingStateEnum.EV_CONNECTED,
                            ReasonEnum.LOCAL),
                    new Last("TC_E_19", TriggerReasonEnum.EV_DEPARTED, null, ReasonEnum.LOCAL),
                    new Last(
                            "TC_E_22",
                            TriggerReasonEnum.CHARGING_STATE_CHANGED,
                            ChargingStateEnum.SUSPENDED_EV,
                            ReasonEnum.STOPPED_BY_EV),
                    new Last(
                            "TC_E_39",
                            TriggerReasonEnum.EV_CONNECT_TIMEOUT,
                            null,
                            ReasonEnum.TIMEOUT));

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({
        "E03.FR.05",
        "E06.FR.01",
        "E06.FR.02",
        "E06.FR.03",
        "E06.FR.06",
        "E06.FR.07",
        "E06.FR.08"
    })
    void whateverComesLastTheTransactionEndsForItsReason(OcppVersion version) {
        try (Station station = accepted(version)) {
            for (Last last : CASES) {
                TransactionOf transaction = TransactionOf.at(station);
                station.call(transaction.started(0, token("Accepted")));
                ends(transaction, last);
            }
        }
    }

    /** TC_E_17 and TC_E_20: the energy was suspended when the car went. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"E06.FR.02", "E06.FR.04"})
    void aCarThatGoesEndsWhatWasSuspended(OcppVersion version) {
        try (Station station = accepted(version)) {
            for (String testCase : List.of("TC_E_17", "TC_E_20")) {
                TransactionOf transaction = TransactionOf.at(station);
                station.call(transaction.started(0, token("Accepted")));
                station.call(
                        transaction.event(
                                1,
                                TransactionEventEnum.UPDATED,
                                TriggerReasonEnum.CHARGING_STATE_CHANGED,
                                new Told(ChargingStateEnum.SUSPENDED_EV, null, null, null)));
                ends(
                        transaction,
                        2,
                        new Last(
                                testCase,
                                TriggerReasonEnum.EV_COMMUNICATION_LOST,
                                ChargingStateEnum.IDLE,
                                ReasonEnum.EV_DISCONNECTED));
            }
        }
    }

    /** TC_E_16. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"E01.FR.11", "E01.FR.12", "E06.FR.04"})
    void aTokenThatNobodyKnowsEndsIt(OcppVersion version) {
        try (Station station = accepted(version)) {
            TransactionOf transaction = TransactionOf.at(station);
            var unknown = new IdToken(null, "NOBODY" + version, "ISO14443", null);
            var answer = station.call(transaction.started(0, unknown));
            assertThat(Objects.requireNonNull(answer.idTokenInfo()).status())
                    .isEqualTo(AuthorizationStatusEnum.UNKNOWN);
            ends(
                    transaction,
                    new Last(
                            "TC_E_16",
                            TriggerReasonEnum.DEAUTHORIZED,
                            null,
                            ReasonEnum.DE_AUTHORIZED));
        }
    }

    private static void ends(TransactionOf transaction, Last last) {
        ends(transaction, 1, last);
    }

    private static void ends(TransactionOf transaction, int seqNo, Last last) {
        transaction
                .station()
                .call(
                        transaction.event(
                                seqNo,
                                TransactionEventEnum.ENDED,
                                last.trigger(),
                                new Told(last.state(), last.reason(), null, null)));
        JsonNode shown = transaction.shown();
        assertThat(shown.path("state").asString()).as(last.testCase()).isEqualTo("Ended");
        assertThat(shown.path("stoppedReason").asString())
                .as(last.testCase())
                .isEqualTo(last.reason().wireName());
        assertThat(shown.path("complete").asBoolean()).as(last.testCase()).isTrue();
        assertThat(shown.path("flags")).as(last.testCase()).isEmpty();
    }
}
