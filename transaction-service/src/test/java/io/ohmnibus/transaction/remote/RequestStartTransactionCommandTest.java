/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.remote;

import static io.ohmnibus.transaction.remote.FakeRemoteRequests.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.contracts.transaction.UsedToken;
import io.ohmnibus.ocpp.message.RequestStartTransactionRequest;
import io.ohmnibus.ocpp.message.RequestStartTransactionResponse;
import io.ohmnibus.ocpp.type.ChargingProfile;
import io.ohmnibus.ocpp.type.ChargingProfileKindEnum;
import io.ohmnibus.ocpp.type.ChargingProfilePurposeEnum;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.RequestStartStopStatusEnum;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.RuleViolation;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.transaction.command.CommandAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RequestStartTransactionCommandTest {

    private final FakeRemoteRequests requests = new FakeRemoteRequests();
    private final RequestStartTransactionCommand command =
            new RequestStartTransactionCommand(requests.control());

    private static RequestStartTransactionRequest request(
            @Nullable Integer evseId, @Nullable ChargingProfile profile) {
        IdToken token = new IdToken(null, "ABC", "ISO14443", null);
        return new RequestStartTransactionRequest(evseId, null, token, 7, profile, null);
    }

    private static ChargingProfile profile(
            ChargingProfilePurposeEnum purpose, @Nullable String transactionId) {
        return new ChargingProfile(
                1,
                0,
                purpose,
                ChargingProfileKindEnum.RELATIVE,
                null,
                null,
                null,
                transactionId,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null);
    }

    private void refused(RequestStartTransactionRequest request, String requirement) {
        assertThatThrownBy(() -> command.prepare(KEY, request).block())
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        broken -> assertThat(broken.requirement()).isEqualTo(requirement));
    }

    @Test
    @Requirement({"F01.FR.06", "F01.FR.09", "F01.FR.11"})
    void refusesWhatTheSpecificationForbids() {
        refused(request(0, null), "F01.FR.06");
        refused(
                request(1, profile(ChargingProfilePurposeEnum.TX_DEFAULT_PROFILE, null)),
                "F01.FR.09");
        refused(request(1, profile(ChargingProfilePurposeEnum.TX_PROFILE, "tx")), "F01.FR.11");
        assertThat(requests.opened).isEmpty();
        var good = request(1, profile(ChargingProfilePurposeEnum.TX_PROFILE, null));
        assertThat(command.prepare(KEY, good).block()).isEqualTo(good);
    }

    @Test
    @Requirement("C09.FR.13")
    void refusesAGroupThatIsNotCentral() {
        IdToken token = new IdToken(null, "ABC", "ISO14443", null);
        refused(new RequestStartTransactionRequest(1, token, token, 7, null, null), "C09.FR.13");
    }

    @Test
    @Requirement({"F01.FR.04", "F02.FR.12"})
    void remembersForWhomItIs() {
        command.prepare(KEY, request(1, null)).block();
        assertThat(requests.opened)
                .singleElement()
                .extracting(RemoteRequest::idToken)
                .isEqualTo(new UsedToken("ABC", "ISO14443"));
    }

    @Test
    @Requirement("F02.FR.21")
    void aRemoteStartIdIsUsedOnce() {
        command.prepare(KEY, request(1, null)).block();
        refused(request(1, null), "F02.FR.21");
    }

    @Test
    @Requirement("F01.FR.13")
    void remembersTheTransactionThatTheStationHadAlready() {
        var accepted =
                new RequestStartTransactionResponse(
                        RequestStartStopStatusEnum.ACCEPTED, null, "tx", null);
        command.completed(KEY, request(1, null), new Outcome.Answered<>(accepted)).block();
        command.completed(KEY, request(1, null), new Outcome.Offline<>()).block();
        assertThat(requests.answers)
                .containsExactly(
                        new RemoteAnswer(new CommandAnswer("Accepted", null), "tx"),
                        new RemoteAnswer(new CommandAnswer("Offline", null), null));
    }
}
