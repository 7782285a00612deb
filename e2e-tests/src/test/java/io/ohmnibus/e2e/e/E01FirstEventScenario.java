/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.e;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.e2e.e.TransactionOf.Told;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.TransactionEventRequest;
import io.ohmnibus.ocpp.message.TransactionEventResponse;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.ChargingStateEnum;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.ReadingContextEnum;
import io.ohmnibus.ocpp.type.SampledValue;
import io.ohmnibus.ocpp.type.SignedMeterValue;
import io.ohmnibus.ocpp.type.Transaction;
import io.ohmnibus.ocpp.type.TransactionEventEnum;
import io.ohmnibus.ocpp.type.TransactionLimit;
import io.ohmnibus.ocpp.type.TriggerReasonEnum;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Station;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * {@code RecordTransaction} and {@code AuthorizeIdToken}: the first events that certification
 * knows, whatever station sends them.
 */
@UseCase("E01")
class E01FirstEventScenario {

    private record First(
            String testCase,
            TriggerReasonEnum trigger,
            @Nullable ChargingStateEnum state,
            boolean withToken) {}

    private static final List<First> CASES =
            List.of(
                    new First(
                            "TC_E_01",
                            TriggerReasonEnum.CHARGING_STATE_CHANGED,
                            ChargingStateEnum.SUSPENDED_EVSE,
                            true),
                    new First(
                            "TC_E_02",
                            TriggerReasonEnum.CHARGING_STATE_CHANGED,
                            ChargingStateEnum.CHARGING,
                            true),
                    new First(
                            "TC_E_09",
                            TriggerReasonEnum.CABLE_PLUGGED_IN,
                            ChargingStateEnum.EV_CONNECTED,
                            false),
                    new First("TC_E_10", TriggerReasonEnum.AUTHORIZED, null, true),
                    new First("TC_E_11", TriggerReasonEnum.SIGNED_DATA_RECEIVED, null, true),
                    new First("TC_E_12", TriggerReasonEnum.EV_DETECTED, null, false));

    private static SampledValue signed() {
        return new SampledValue(
                new BigDecimal("0.0"),
                null,
                ReadingContextEnum.TRANSACTION_BEGIN,
                null,
                null,
                new SignedMeterValue("c2lnbmVk", "ECDSA", "OCMF", "a2V5", null),
                null,
                null);
    }

    private static AuthorizationStatusEnum status(TransactionEventResponse answer) {
        return Objects.requireNonNull(answer.idTokenInfo()).status();
    }

    /** TC_E_53, F33: each of them has seqNo 0, at one station. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({
        "E01.FR.01",
        "E01.FR.02",
        "E01.FR.03",
        "E01.FR.04",
        "E01.FR.05",
        "E01.FR.06",
        "E01.FR.07",
        "E01.FR.11"
    })
    void whateverComesFirstTheTransactionBegins(OcppVersion version) {
        try (Station station = accepted(version)) {
            for (First first : CASES) {
                begins(station, first);
            }
        }
    }

    private static void begins(Station station, First first) {
        IdToken token = token("Accepted");
        TransactionOf transaction = TransactionOf.at(station);
        SampledValue value =
                first.trigger() == TriggerReasonEnum.SIGNED_DATA_RECEIVED ? signed() : null;
        var answer =
                station.call(
                        transaction.event(
                                0,
                                TransactionEventEnum.STARTED,
                                first.trigger(),
                                new Told(
                                        first.state(),
                                        null,
                                        first.withToken() ? token : null,
                                        value)));
        if (!first.withToken()) {
            assertThat(answer.idTokenInfo()).as(first.testCase()).isNull();
            answer = station.call(transaction.authorized(1, token));
        }
        assertThat(status(answer)).as(first.testCase()).isEqualTo(AuthorizationStatusEnum.ACCEPTED);
        station.call(state(transaction, first.withToken() ? 1 : 2, ChargingStateEnum.CHARGING));

        JsonNode shown = transaction.shown();
        assertThat(shown.path("state").asString()).as(first.testCase()).isEqualTo("Ongoing");
        assertThat(shown.path("startedAt").isString()).isTrue();
        assertThat(shown.path("idToken").asString()).isEqualTo(token.idToken());
        assertThat(shown.path("chargingState").asString()).isEqualTo("Charging");
        assertThat(shown.path("seqNoGaps")).as(first.testCase()).isEmpty();
        assertThat(shown.path("flags")).as(first.testCase()).isEmpty();
        station.call(transaction.ended(first.withToken() ? 2 : 3));
        assertThat(transaction.shown().path("complete").asBoolean()).isTrue();
    }

    private static TransactionEventRequest state(
            TransactionOf transaction, int seqNo, ChargingStateEnum state) {
        return transaction.event(
                seqNo,
                TransactionEventEnum.UPDATED,
                TriggerReasonEnum.CHARGING_STATE_CHANGED,
                new Told(state, null, null, null));
    }

    /** TC_E_38. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("E03.FR.02")
    void aCarThatIsNotReadyIsWaitedFor(OcppVersion version) {
        try (Station station = accepted(version)) {
            TransactionOf transaction = TransactionOf.at(station);
            station.call(transaction.started(0, token("Accepted")));
            station.call(state(transaction, 1, ChargingStateEnum.SUSPENDED_EV));
            assertThat(transaction.shown().path("chargingState").asString())
                    .isEqualTo("SuspendedEV");
            station.call(state(transaction, 2, ChargingStateEnum.CHARGING));
            assertThat(transaction.shown().path("chargingState").asString()).isEqualTo("Charging");
        }
    }

    /**
     * TC_E_106, TC_E_107 and TC_E_108: a limit of energy, time or cost that the station has set.
     */
    @Test
    void aLimitThatTheStationHasSetIsNotSetOnceMore() {
        try (Station station = accepted(OcppVersion.V2_1)) {
            TransactionOf transaction = TransactionOf.at(station);
            station.call(transaction.started(0, token("Accepted")));
            int seqNo = 1;
            for (TransactionLimit limit :
                    List.of(
                            new TransactionLimit(null, new BigDecimal("6000"), null, null, null),
                            new TransactionLimit(null, null, 3600, null, null),
                            new TransactionLimit(new BigDecimal("10"), null, null, null, null))) {
                TransactionEventResponse answer =
                        station.call(limited(transaction.updated(seqNo++), limit));
                assertThat(answer.transactionLimit()).isNull();
                assertThat(answer.totalCost()).isNull();
            }
            assertThat(transaction.shown().path("flags")).isEmpty();
        }
    }

    private static TransactionEventRequest limited(
            TransactionEventRequest event, TransactionLimit limit) {
        return new TransactionEventRequest(
                null,
                event.eventType(),
                event.meterValue(),
                event.timestamp(),
                TriggerReasonEnum.LIMIT_SET,
                event.seqNo(),
                null,
                null,
                null,
                null,
                null,
                null,
                new Transaction(
                        event.transactionInfo().transactionId(),
                        ChargingStateEnum.CHARGING,
                        null,
                        null,
                        null,
                        null,
                        null,
                        limit,
                        null),
                event.evse(),
                null,
                null);
    }
}
