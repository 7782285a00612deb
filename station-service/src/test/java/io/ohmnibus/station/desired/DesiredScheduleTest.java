/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.desired;

import static io.ohmnibus.station.fixture.Fixture.CLOCK;
import static io.ohmnibus.station.fixture.Fixture.KEY;
import static io.ohmnibus.station.fixture.Fixture.NOW;
import static io.ohmnibus.station.fixture.Fixture.NO_TRANSACTION;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.contracts.station.StationBooted;
import io.ohmnibus.ocpp.type.AttributeEnum;
import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.ocpp.type.RegistrationStatusEnum;
import io.ohmnibus.platform.command.Commands;
import io.ohmnibus.platform.event.BatchEventConsumer.Happened;
import io.ohmnibus.platform.event.EventMeta;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.station.desired.DesiredState.Step;
import io.ohmnibus.station.devicemodel.AttributeId;
import io.ohmnibus.station.devicemodel.VariableId;
import io.ohmnibus.station.variable.request.FakeVariableRequests;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

final class DesiredScheduleTest {

    private static final Duration SETTLE = Duration.ofSeconds(10);

    private final FakeDesired desired = new FakeDesired();
    private final Commands commands = (_, _, _) -> Mono.just(UUID.randomUUID());
    private final DesiredSchedule schedule =
            new DesiredSchedule(
                    desired,
                    new DesiredCourse(
                            desired,
                            desired,
                            new FakeVariableRequests().access(commands),
                            commands,
                            CLOCK),
                    NO_TRANSACTION,
                    new DesiredProperties(SETTLE),
                    CLOCK);

    private static StationBooted boot(RegistrationStatusEnum status, BootReasonEnum reason) {
        return new StationBooted(status, reason, "V", "M", null, null, NOW);
    }

    private void want() {
        AttributeId attribute =
                AttributeId.of(
                        VariableId.ofController("TxCtrlr", "Kind", null), AttributeEnum.ACTUAL);
        desired.wanted.add(
                new DesiredVariable(
                        attribute, "a", false, DesiredScope.MODEL, "M", null, null, null, null));
    }

    private void booted(RegistrationStatusEnum... answers) {
        schedule.onAll(
                        Stream.of(answers)
                                .map(status ->
                                        new Happened<>(
                                                new EventMeta("e", KEY, NOW),
                                                boot(status, BootReasonEnum.POWER_UP)))
                                .toList())
                .block();
    }

    @Test // pain 24
    void looksAtAStationOnceItHasSettled() {
        want();
        booted(RegistrationStatusEnum.ACCEPTED);
        assertThat(desired.required().step()).isEqualTo(Step.DUE);
        assertThat(desired.required().dueAt()).isEqualTo(NOW.plus(SETTLE));
    }

    @Test
    void doesNotLookWhereNothingIsDesired() {
        booted(RegistrationStatusEnum.ACCEPTED, RegistrationStatusEnum.PENDING);
        assertThat(desired.state).isNull();
    }

    @Test
    @Requirement("B02.FR.01")
    void goesOnWithAStationThatBootsAgainBecauseItIsPending() {
        want();
        booted(RegistrationStatusEnum.PENDING);
        assertThat(desired.required().dueAt()).isEqualTo(NOW.plus(SETTLE));
        desired.awaiting(KEY, Step.READING, UUID.randomUUID(), NOW).block();

        booted(RegistrationStatusEnum.PENDING);
        assertThat(desired.required().step()).isEqualTo(Step.READING);

        booted(RegistrationStatusEnum.PENDING, RegistrationStatusEnum.ACCEPTED);
        assertThat(desired.required().step()).isEqualTo(Step.DUE);
    }

    @Test
    void isConcernedByBootsOfStationsThatMayBeAsked() {
        assertThat(
                        List.of(
                                schedule.concerns(
                                        boot(
                                                RegistrationStatusEnum.ACCEPTED,
                                                BootReasonEnum.POWER_UP)),
                                schedule.concerns(
                                        boot(
                                                RegistrationStatusEnum.PENDING,
                                                BootReasonEnum.POWER_UP)),
                                schedule.concerns(
                                        boot(
                                                RegistrationStatusEnum.REJECTED,
                                                BootReasonEnum.POWER_UP)),
                                schedule.concerns(
                                        boot(
                                                RegistrationStatusEnum.ACCEPTED,
                                                BootReasonEnum.TRIGGERED))))
                .containsExactly(true, true, false, false);
    }
}
