/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.desired;

import static io.ohmnibus.station.fixture.Fixture.CLOCK;
import static io.ohmnibus.station.fixture.Fixture.KEY;
import static io.ohmnibus.station.fixture.Fixture.NOW;
import static io.ohmnibus.station.fixture.Fixture.NO_TRANSACTION;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.message.GetVariablesRequest;
import io.ohmnibus.ocpp.message.ResetRequest;
import io.ohmnibus.ocpp.message.SetVariablesRequest;
import io.ohmnibus.ocpp.type.AttributeEnum;
import io.ohmnibus.ocpp.type.DataEnum;
import io.ohmnibus.ocpp.type.ResetEnum;
import io.ohmnibus.platform.command.Commands;
import io.ohmnibus.platform.ocpp.RuleViolation;
import io.ohmnibus.station.desired.DesiredState.Step;
import io.ohmnibus.station.devicemodel.AttributeId;
import io.ohmnibus.station.devicemodel.VariableId;
import io.ohmnibus.station.variable.request.FakeVariableRequests;
import io.ohmnibus.station.variable.request.VariableRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Pain 25: what is desired holds again after a station forgot it; pain 24: without boot loops. */
final class DesiredCourseTest {

    private final FakeDesired desired = new FakeDesired();
    private final FakeVariableRequests requests = new FakeVariableRequests();
    private final List<Request<?>> sent = new ArrayList<>();
    private boolean forbidden;
    private final Commands commands =
            (station, request, options) -> {
                sent.add(request);
                return forbidden && request instanceof SetVariablesRequest
                        ? Mono.error(new RuleViolation("B09.FR.21", "The station uses this slot"))
                        : Mono.just(UUID.randomUUID());
            };
    private final DesiredCourse course =
            new DesiredCourse(desired, desired, requests.access(commands), commands, CLOCK);

    private final DesiredSchedule schedule =
            new DesiredSchedule(
                    desired,
                    course,
                    NO_TRANSACTION,
                    new DesiredProperties(Duration.ofSeconds(10)),
                    CLOCK);

    private void want(String variable, DataEnum type, String value, boolean reboot) {
        AttributeId attribute =
                AttributeId.of(
                        VariableId.ofController("TxCtrlr", variable, null), AttributeEnum.ACTUAL);
        desired.wanted.add(
                new DesiredVariable(
                        attribute,
                        value,
                        reboot,
                        DesiredScope.STATION,
                        KEY.stationId(),
                        type,
                        null,
                        null,
                        null));
    }

    private void begin() {
        desired.wanted("default", DesiredScope.STATION, KEY.stationId(), NOW).block();
        schedule.look().block();
    }

    private void answered(String status, @Nullable String value) {
        UUID request =
                requests.answer(
                        item -> new VariableRequest.Item(item.attribute(), status, null, value));
        course.ended(KEY, request).block();
        schedule.look().block();
    }

    private Step step() {
        return desired.required().step();
    }

    @Test
    void setsNothingWhereTheStationSaysTheSameInOtherWords() {
        want("EVConnectionTimeOut", DataEnum.INTEGER, "60", false);
        want("Limit", DataEnum.DECIMAL, "60.0", false);
        begin();
        assertThat(step()).isEqualTo(Step.READING);

        answered("Accepted", "060");

        assertThat(step()).isEqualTo(Step.HOLDS);
        assertThat(sent).hasOnlyElementsOfType(GetVariablesRequest.class);
    }

    @Test
    void setsOnlyWhatDiffers() {
        want("TxStartPoint", DataEnum.MEMBER_LIST, "Authorized,EVConnected", false);
        want("Order", DataEnum.SEQUENCE_LIST, "Authorized,EVConnected", false);
        begin();

        answered("Accepted", "EVConnected,Authorized");

        assertThat(step()).isEqualTo(Step.SETTING);
        assertThat(requests.last().items())
                .singleElement()
                .satisfies(item ->
                        assertThat(item.attribute().variable().variable()).isEqualTo("Order"));
        answered("Accepted", null);
        assertThat(step()).isEqualTo(Step.HOLDS);
    }

    @Test
    void resetsOnceWhereThatIsAllowedAndNotForEver() {
        want("Kind", DataEnum.STRING, "a", true);
        begin();
        answered("Accepted", "b");
        answered("RebootRequired", null);
        assertThat(step()).isEqualTo(Step.RESETTING);
        assertThat(sent.getLast())
                .isInstanceOfSatisfying(
                        ResetRequest.class,
                        reset -> assertThat(reset.type()).isEqualTo(ResetEnum.ON_IDLE));

        desired.dueAt(Set.of(KEY), NOW, NOW).block();
        schedule.look().block();
        answered("Accepted", "b");
        answered("RebootRequired", null);

        assertThat(step()).isEqualTo(Step.FAILED);
        assertThat(desired.required().reason()).startsWith("Not held after a reboot");
        assertThat(sent).filteredOn(ResetRequest.class::isInstance).hasSize(1);
    }

    @Test
    void asksForARebootWhereItMustNotResetItself() {
        want("Kind", DataEnum.STRING, "a", false);
        begin();
        answered("Accepted", "b");
        answered("RebootRequired", null);
        assertThat(step()).isEqualTo(Step.REBOOT_REQUIRED);
        assertThat(desired.required().reason()).contains("TxCtrlr.Kind");
    }

    @Test
    void tellsWhatTheStationRefuses() {
        want("Kind", DataEnum.STRING, "a", false);
        begin();
        answered("UnknownVariable", null);
        assertThat(sent.getLast()).isInstanceOf(SetVariablesRequest.class);
        answered("Rejected", null);
        assertThat(step()).isEqualTo(Step.FAILED);
        assertThat(desired.required().reason()).isEqualTo("TxCtrlr.Kind Rejected");
    }

    @Test
    void triesAgainLaterWhatWasNotAnswered() {
        want("Kind", DataEnum.STRING, "a", false);
        begin();
        answered("TimedOut", null);
        assertThat(step()).isEqualTo(Step.DUE);
        assertThat(desired.required().dueAt()).isEqualTo(NOW.plus(Duration.ofMinutes(1)));
    }

    @Test
    void takesNoAnswerToAnotherRequest() {
        want("Kind", DataEnum.STRING, "a", false);
        begin();
        course.ended(KEY, UUID.randomUUID()).block();
        assertThat(step()).isEqualTo(Step.READING);
    }

    @Test
    void forgetsAStationForWhichNothingIsWanted() {
        begin();
        assertThat(desired.state).isNull();
        assertThat(requests.count()).isZero();
    }

    @Test
    void endsWithTheReasonWhereARuleForbidsAValue() {
        forbidden = true;
        want("Kind", DataEnum.STRING, "a", false);
        begin();
        answered("Accepted", "b");
        assertThat(step()).isEqualTo(Step.FAILED);
        assertThat(desired.required().reason()).isEqualTo("B09.FR.21: The station uses this slot");
    }
}
