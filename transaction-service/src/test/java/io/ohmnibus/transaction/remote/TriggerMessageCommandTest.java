/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.remote;

import static io.ohmnibus.transaction.remote.FakeRemoteRequests.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.ocpp.message.TriggerMessageRequest;
import io.ohmnibus.ocpp.message.TriggerMessageResponse;
import io.ohmnibus.ocpp.type.EVSE;
import io.ohmnibus.ocpp.type.MessageTriggerEnum;
import io.ohmnibus.ocpp.type.TriggerMessageStatusEnum;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.RuleViolation;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.transaction.command.CommandAnswer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class TriggerMessageCommandTest {

    private final FakeRemoteRequests requests = new FakeRemoteRequests();
    private final TriggerMessageCommand command = new TriggerMessageCommand(requests.control());

    private static TriggerMessageRequest request(
            MessageTriggerEnum message, @Nullable EVSE evse, @Nullable String custom) {
        return new TriggerMessageRequest(evse, message, custom, null);
    }

    private void refused(TriggerMessageRequest request, String requirement) {
        assertThatThrownBy(() -> command.prepare(KEY, request).block())
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        broken -> assertThat(broken.requirement()).isEqualTo(requirement));
    }

    private void accepted(TriggerMessageRequest request) {
        assertThat(command.prepare(KEY, request).block()).isEqualTo(request);
    }

    @Test
    @Requirement("F06.FR.13")
    void aStatusNotificationIsOfAConnector() {
        MessageTriggerEnum status = MessageTriggerEnum.STATUS_NOTIFICATION;
        refused(request(status, null, null), "F06.FR.13");
        refused(request(status, new EVSE(1, null, null), null), "F06.FR.13");
        refused(request(status, new EVSE(1, 0, null), null), "F06.FR.13");
        accepted(request(status, new EVSE(1, 1, null), null));
    }

    @Test
    @Requirement({"F06.FR.18", "F06.FR.20"})
    void aCustomTriggerHasItsName() {
        refused(request(MessageTriggerEnum.CUSTOM_TRIGGER, null, null), "F06.FR.20");
        refused(request(MessageTriggerEnum.HEARTBEAT, null, "x"), "F06.FR.20");
        accepted(request(MessageTriggerEnum.CUSTOM_TRIGGER, null, "x"));
    }

    @Test
    @Requirement("F06.FR.02")
    void anEvseIsNamedOrLeftOut() {
        refused(
                request(MessageTriggerEnum.METER_VALUES, new EVSE(0, null, null), null),
                "F06.FR.02");
        accepted(request(MessageTriggerEnum.METER_VALUES, null, null));
    }

    @Test
    @Requirement("F06.FR.08")
    void remembersWhatTheStationDoesNotImplement() {
        var no = new TriggerMessageResponse(TriggerMessageStatusEnum.NOT_IMPLEMENTED, null, null);
        var heartbeat = request(MessageTriggerEnum.HEARTBEAT, null, null);
        command.completed(KEY, heartbeat, new Outcome.Answered<>(no)).block();
        assertThat(requests.answers)
                .containsExactly(new RemoteAnswer(new CommandAnswer("NotImplemented", null), null));
    }
}
