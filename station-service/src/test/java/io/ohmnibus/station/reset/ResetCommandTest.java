/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.reset;

import static io.ohmnibus.station.fixture.Fixture.CLOCK;
import static io.ohmnibus.station.fixture.Fixture.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.ocpp.OcppError;
import io.ohmnibus.ocpp.OcppErrorCode;
import io.ohmnibus.ocpp.message.ResetRequest;
import io.ohmnibus.ocpp.message.ResetResponse;
import io.ohmnibus.ocpp.type.ResetEnum;
import io.ohmnibus.ocpp.type.ResetStatusEnum;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.RuleViolation;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.station.devicemodel.VariableId;
import io.ohmnibus.station.fixture.FakeDeviceModel;
import io.ohmnibus.station.store.CommandOutcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ResetCommandTest {

    private static final ResetRequest WHOLE = new ResetRequest(ResetEnum.ON_IDLE, null, null);

    private final FakeResets resets = new FakeResets();
    private final FakeDeviceModel model = new FakeDeviceModel();
    private final ResetCommand command = new ResetCommand(resets, model, CLOCK);

    @Test
    @Requirement("B11.FR.08")
    void refusesAnEvseThatCannotExist() {
        assertThat(command.prepare(KEY, WHOLE).block()).isEqualTo(WHOLE);
        assertThatThrownBy(() ->
                        command.prepare(KEY, new ResetRequest(ResetEnum.ON_IDLE, 0, null)).block())
                .isInstanceOf(RuleViolation.class);
    }

    @Test
    @Requirement("B11.FR.10")
    void refusesAnEvseThatTheStationCannotResetAlone() {
        model.with(VariableId.ofEvse(1, "AllowReset"), "false");
        assertThatThrownBy(() ->
                        command.prepare(KEY, new ResetRequest(ResetEnum.ON_IDLE, 1, null)).block())
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        broken -> assertThat(broken.requirement()).isEqualTo("B11.FR.10"));
        assertThat(command.prepare(KEY, new ResetRequest(ResetEnum.ON_IDLE, 2, null)).block())
                .isNotNull();
    }

    @Test
    @Requirement("B13.FR.01")
    void refusesToResumeWhereTheStationCannot() {
        ResetRequest resume = new ResetRequest(ResetEnum.IMMEDIATE_AND_RESUME, null, null);
        VariableId timeout = VariableId.ofController("TxCtrlr", "ResumptionTimeout", null);
        assertThat(command.prepare(KEY, resume).block()).isEqualTo(resume);
        model.with(timeout, "0");
        assertThat(command.prepare(KEY, WHOLE).block()).isEqualTo(WHOLE);
        assertThatThrownBy(() -> command.prepare(KEY, resume).block())
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        broken -> assertThat(broken.requirement()).isEqualTo("B13.FR.01"));
        model.with(timeout, "300");
        assertThat(command.prepare(KEY, resume).block()).isEqualTo(resume);
    }

    @Test // F39
    @Requirement({"B11.FR.07", "B12.FR.01"})
    void remembersEveryOutcome() {
        OcppError error =
                new OcppError(OcppErrorCode.NOT_SUPPORTED, "no reset", java.util.Map.of());
        for (Outcome<ResetResponse> outcome :
                List.<Outcome<ResetResponse>>of(
                        new Outcome.Answered<>(
                                new ResetResponse(ResetStatusEnum.SCHEDULED, null, null)),
                        new Outcome.Refused<>(error),
                        new Outcome.TimedOut<>(Duration.ofSeconds(30)),
                        new Outcome.Offline<>())) {
            command.completed(KEY, WHOLE, outcome).block();
        }
        assertThat(resets.outcomes)
                .extracting(CommandOutcome::status)
                .containsExactly("Scheduled", "Refused", "TimedOut", "Offline");
    }
}
