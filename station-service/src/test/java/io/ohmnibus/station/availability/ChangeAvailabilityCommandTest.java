/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.availability;

import static io.ohmnibus.station.fixture.Fixture.CLOCK;
import static io.ohmnibus.station.fixture.Fixture.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.ocpp.message.ChangeAvailabilityRequest;
import io.ohmnibus.ocpp.message.ChangeAvailabilityResponse;
import io.ohmnibus.ocpp.type.ChangeAvailabilityStatusEnum;
import io.ohmnibus.ocpp.type.EVSE;
import io.ohmnibus.ocpp.type.OperationalStatusEnum;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.RuleViolation;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.station.store.CommandOutcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ChangeAvailabilityCommandTest {

    private final FakeAvailabilityStates states = new FakeAvailabilityStates();
    private final ChangeAvailabilityCommand command = new ChangeAvailabilityCommand(states, CLOCK);

    private static ChangeAvailabilityRequest request(@Nullable EVSE evse) {
        return new ChangeAvailabilityRequest(evse, OperationalStatusEnum.INOPERATIVE, null);
    }

    @Test
    @Requirement("G04.FR.01")
    void theWholeStationIsMeantByNoEvseNotByEvseZero() {
        assertThat(command.rules().check(request(null)).block()).isNotNull();
        assertThat(command.rules().check(request(new EVSE(1, 1, null))).block()).isNotNull();
        assertThatThrownBy(() -> command.rules().check(request(new EVSE(0, null, null))).block())
                .isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> command.rules().check(request(new EVSE(1, 0, null))).block())
                .isInstanceOf(RuleViolation.class);
    }

    @Test
    @Requirement({"G03.FR.05", "G04.FR.06"})
    void remembersThatTheChangeIsScheduled() {
        command.completed(
                        KEY,
                        request(null),
                        new Outcome.Answered<>(
                                new ChangeAvailabilityResponse(
                                        ChangeAvailabilityStatusEnum.SCHEDULED, null, null)))
                .block();
        assertThat(states.outcomes).containsExactly(new CommandOutcome("Scheduled", null));
    }
}
