/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.remote;

import static io.ohmnibus.transaction.remote.FakeRemoteRequests.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.ocpp.message.UnlockConnectorRequest;
import io.ohmnibus.ocpp.message.UnlockConnectorResponse;
import io.ohmnibus.ocpp.type.UnlockStatusEnum;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.RuleViolation;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.transaction.command.CommandAnswer;
import org.junit.jupiter.api.Test;

final class UnlockConnectorCommandTest {

    private final FakeRemoteRequests requests = new FakeRemoteRequests();
    private final UnlockConnectorCommand command = new UnlockConnectorCommand(requests.control());

    @Test
    @Requirement("F05.FR.01")
    void namesAConnector() {
        for (int[] place : new int[][] {{0, 1}, {1, 0}}) {
            var nowhere = new UnlockConnectorRequest(place[0], place[1], null);
            assertThatThrownBy(() -> command.prepare(KEY, nowhere).block())
                    .isInstanceOf(RuleViolation.class);
        }
        var request = new UnlockConnectorRequest(1, 1, null);
        assertThat(command.prepare(KEY, request).block()).isEqualTo(request);
    }

    @Test
    @Requirement({"F05.FR.02", "F05.FR.05"})
    void remembersWhyItStaysLocked() {
        var failed = new UnlockConnectorResponse(UnlockStatusEnum.UNLOCK_FAILED, null, null);
        command.completed(
                        KEY, new UnlockConnectorRequest(1, 1, null), new Outcome.Answered<>(failed))
                .block();
        assertThat(requests.answers)
                .containsExactly(new RemoteAnswer(new CommandAnswer("UnlockFailed", null), null));
    }
}
