/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.session;

import static io.ohmnibus.ocpp.type.RegistrationStatusEnum.ACCEPTED;
import static io.ohmnibus.ocpp.type.RegistrationStatusEnum.PENDING;
import static io.ohmnibus.ocpp.type.RegistrationStatusEnum.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.gateway.session.BootGate.Passage;
import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.OcppErrorCode;
import io.ohmnibus.ocpp.message.GetBaseReportRequest;
import io.ohmnibus.ocpp.message.HeartbeatRequest;
import io.ohmnibus.ocpp.message.NotifyReportRequest;
import io.ohmnibus.ocpp.message.TriggerMessageRequest;
import io.ohmnibus.ocpp.type.MessageTriggerEnum;
import io.ohmnibus.ocpp.type.RegistrationStatusEnum;
import io.ohmnibus.ocpp.type.ReportBaseEnum;
import io.ohmnibus.platform.test.Requirement;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class BootGateTest {

    private static final HeartbeatRequest HEARTBEAT = new HeartbeatRequest(null);

    private static BootGate gate(@Nullable RegistrationStatusEnum earlier) {
        return new BootGate(() -> Optional.ofNullable(earlier));
    }

    private static NotifyReportRequest report(int requestId) {
        return new NotifyReportRequest(requestId, Instant.EPOCH, null, null, 0, null);
    }

    @Test
    @Requirement("B01.FR.10")
    void letsOnlyABootNotificationPassBeforeTheFirst() {
        BootGate gate = gate(null);
        assertThat(gate.refusal(Action.BOOT_NOTIFICATION, HEARTBEAT)).isEmpty();
        assertThat(gate.refusal(Action.HEARTBEAT, HEARTBEAT))
                .hasValueSatisfying(
                        error -> assertThat(error.code()).isEqualTo(OcppErrorCode.SECURITY_ERROR));
    }

    @Test
    void knowsAStationThatOnlyReconnected() {
        assertThat(gate(ACCEPTED).refusal(Action.HEARTBEAT, HEARTBEAT)).isEmpty();
    }

    @Test
    void believesTheAnswerOfThisConnectionRatherThanAnEarlierOne() {
        BootGate gate = gate(ACCEPTED);
        gate.answered(PENDING);
        assertThat(gate.refusal(Action.HEARTBEAT, HEARTBEAT)).isPresent();
    }

    @Test
    @Requirement({"B02.FR.02", "B02.FR.09"})
    void letsAPendingStationSendTheReportsThatWereAskedFor() { // A32
        BootGate gate = gate(PENDING);
        gate.asked(new GetBaseReportRequest(7, ReportBaseEnum.FULL_INVENTORY, null));
        assertThat(gate.refusal(Action.NOTIFY_REPORT, report(7))).isEmpty();
        assertThat(gate.refusal(Action.NOTIFY_REPORT, report(8))).isPresent();

        gate.answered(PENDING); // it asks again whether it is accepted, and goes on reporting
        assertThat(gate.refusal(Action.NOTIFY_REPORT, report(7))).isEmpty();
        gate.answered(REJECTED);
        gate.answered(PENDING);
        assertThat(gate.refusal(Action.NOTIFY_REPORT, report(7))).isPresent();
    }

    @Test
    @Requirement({"B02.FR.02", "B02.FR.09"})
    void letsAPendingStationSendWhatWasTriggered() {
        BootGate gate = gate(PENDING);
        gate.asked(new TriggerMessageRequest(null, MessageTriggerEnum.HEARTBEAT, null, null));
        assertThat(gate.refusal(Action.HEARTBEAT, HEARTBEAT)).isEmpty();
        assertThat(gate.refusal(Action.STATUS_NOTIFICATION, HEARTBEAT)).isPresent();
    }

    @Test
    @Requirement("B03.FR.07")
    void makesNoExceptionForARejectedStation() {
        BootGate gate = gate(REJECTED);
        gate.asked(new TriggerMessageRequest(null, MessageTriggerEnum.HEARTBEAT, null, null));
        assertThat(gate.refusal(Action.HEARTBEAT, HEARTBEAT)).isPresent();
    }

    @Test
    @Requirement({"B02.FR.01", "B02.FR.05", "B03.FR.03"})
    void letsCommandsPassAsTheStatusAllows() {
        assertThat(gate(ACCEPTED).passage(Action.RESET, true)).isEqualTo(Passage.FREE);
        assertThat(gate(PENDING).passage(Action.SET_VARIABLES, true)).isEqualTo(Passage.FREE);
        assertThat(gate(PENDING).passage(Action.CLEAR_CACHE, true)).isEqualTo(Passage.LATER);
        assertThat(gate(PENDING).passage(Action.REQUEST_START_TRANSACTION, false))
                .isEqualTo(Passage.NEVER);
        assertThat(gate(PENDING).passage(Action.REQUEST_STOP_TRANSACTION, true))
                .isEqualTo(Passage.LATER);
        assertThat(gate(REJECTED).passage(Action.RESET, false)).isEqualTo(Passage.NEVER);
        assertThat(gate(REJECTED).passage(Action.RESET, true)).isEqualTo(Passage.LATER);
        assertThat(gate(null).passage(Action.TRIGGER_MESSAGE, false)).isEqualTo(Passage.FREE);
        assertThat(gate(null).passage(Action.RESET, false)).isEqualTo(Passage.NEVER);
    }
}
