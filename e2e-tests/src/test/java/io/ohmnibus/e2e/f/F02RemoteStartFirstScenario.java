/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.f;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.station;
import static io.ohmnibus.e2e.RunningPlatform.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.AuthorizeRequest;
import io.ohmnibus.ocpp.message.RequestStartTransactionRequest;
import io.ohmnibus.ocpp.message.RequestStartTransactionResponse;
import io.ohmnibus.ocpp.message.TransactionEventRequest;
import io.ohmnibus.ocpp.type.EVSE;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.RequestStartStopStatusEnum;
import io.ohmnibus.ocpp.type.Transaction;
import io.ohmnibus.ocpp.type.TransactionEventEnum;
import io.ohmnibus.ocpp.type.TriggerReasonEnum;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Station;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code RequestStartTransactionCommand}, before the cable is plugged in. */
@UseCase("F02")
class F02RemoteStartFirstScenario {

    /** TC_F_02 and TC_F_03. */
    @ParameterizedTest
    @CsvSource({"V2_1, true", "V2_1, false", "V2_0_1, true", "V2_0_1, false"})
    @Requirement({"F02.FR.01", "F02.FR.09", "F02.FR.10", "F02.FR.11", "F02.FR.21"})
    void theTransactionThatFollowsIsTheOutcome(OcppVersion version, boolean asks) {
        var builder =
                station(version).set("AuthCtrlr", "AuthorizeRemoteStart", Boolean.toString(asks));
        try (Station station = accepted(builder)) {
            int remoteStartId = Remote.start(station, token("Accepted"), "");
            Remote.becomes(station, "Done");
            station.settle();
            station.evse(1).plugIn();

            assertThat(station.sent(AuthorizeRequest.class)).hasSize(asks ? 1 : 0);
            assertThat(Remote.events(station).getFirst().transactionInfo().remoteStartId())
                    .isEqualTo(remoteStartId);
            Remote.eventually(
                    station,
                    request ->
                            assertThat(request.at("/effect/transactionId").asString())
                                    .isEqualTo(Remote.transaction(station)));
        }
    }

    /** TC_F_04. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("F02.FR.07")
    void aCarThatNeverComesEndsTheTransaction(OcppVersion version) {
        try (Station station =
                accepted(station(version).set("TxCtrlr", "EVConnectionTimeOut", "2"))) {
            Remote.start(station, token("Accepted"), ", \"evseId\": 1");
            Remote.eventually(
                    station,
                    request -> {
                        assertThat(request.path("outcome").asString()).isEqualTo("Done");
                        assertThat(request.at("/effect/state").asString()).isEqualTo("Ended");
                        assertThat(request.at("/effect/stoppedReason").asString())
                                .isEqualTo("Timeout");
                    });
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"F02.FR.11", "F02.FR.12"})
    void whatWasPromisedIsAwaitedAndItsTokenKnownThoughNoEventTells(OcppVersion version) {
        try (Station station = accepted(version)) {
            IdToken token = token("Accepted");
            station.onCall(
                    RequestStartTransactionRequest.class,
                    _ ->
                            new RequestStartTransactionResponse(
                                    RequestStartStopStatusEnum.ACCEPTED, null, null, null));
            int remoteStartId = Remote.start(station, token, "");
            Remote.becomes(station, "Awaited");

            station.call(event(station, TransactionEventEnum.STARTED, 0, remoteStartId));
            station.call(event(station, TransactionEventEnum.ENDED, 1, remoteStartId));

            Remote.becomes(station, "Done");
            rest().eventually(
                            "transaction/sessions/" + station.id() + "/promised",
                            session -> {
                                assertThat(session.path("idToken").asString())
                                        .isEqualTo(token.idToken());
                                assertThat(session.path("idTokenType").asString())
                                        .isEqualTo(token.type());
                            });
        }
    }

    /** Tells the remoteStartId, but no token. */
    private static TransactionEventRequest event(
            Station station, TransactionEventEnum type, int seqNo, int remoteStartId) {
        return new TransactionEventRequest(
                null,
                type,
                null,
                station.now(),
                TriggerReasonEnum.REMOTE_START,
                seqNo,
                null,
                null,
                null,
                null,
                null,
                null,
                new Transaction(
                        "promised", null, null, null, remoteStartId, null, null, null, null),
                new EVSE(1, 1, null),
                null,
                null);
    }
}
