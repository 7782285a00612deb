/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.remote;

import static io.ohmnibus.transaction.remote.FakeRemoteRequests.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.ocpp.message.RequestStopTransactionRequest;
import io.ohmnibus.ocpp.message.RequestStopTransactionResponse;
import io.ohmnibus.ocpp.type.RequestStartStopStatusEnum;
import io.ohmnibus.ocpp.type.StatusInfo;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.RuleViolation;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.transaction.command.CommandAnswer;
import org.junit.jupiter.api.Test;

final class RequestStopTransactionCommandTest {

    private final FakeRemoteRequests requests = new FakeRemoteRequests();
    private final RequestStopTransactionCommand command =
            new RequestStopTransactionCommand(requests.control());

    @Test
    @Requirement("F03.FR.01")
    void namesATransaction() {
        var nothing = new RequestStopTransactionRequest(" ", null);
        assertThatThrownBy(() -> command.prepare(KEY, nothing).block())
                .isInstanceOf(RuleViolation.class);
        command.prepare(KEY, new RequestStopTransactionRequest("tx", null)).block();
        assertThat(requests.opened).hasSize(1);
    }

    @Test
    @Requirement("F03.FR.08")
    void remembersThatTheStationDoesNotKnowIt() {
        var request = new RequestStopTransactionRequest("tx", null);
        var rejected =
                new RequestStopTransactionResponse(
                        RequestStartStopStatusEnum.REJECTED,
                        new StatusInfo("TxNotFound", null, null),
                        null);
        command.completed(KEY, request, new Outcome.Answered<>(rejected)).block();
        assertThat(requests.answers)
                .containsExactly(
                        new RemoteAnswer(new CommandAnswer("Rejected", "TxNotFound"), null));
    }
}
