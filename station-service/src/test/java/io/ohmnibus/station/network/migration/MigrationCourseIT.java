/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.network.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.message.ChangeAvailabilityRequest;
import io.ohmnibus.ocpp.message.ChangeAvailabilityResponse;
import io.ohmnibus.ocpp.message.GetTransactionStatusRequest;
import io.ohmnibus.ocpp.message.GetTransactionStatusResponse;
import io.ohmnibus.ocpp.message.GetVariablesRequest;
import io.ohmnibus.ocpp.message.GetVariablesResponse;
import io.ohmnibus.ocpp.message.ResetRequest;
import io.ohmnibus.ocpp.message.ResetResponse;
import io.ohmnibus.ocpp.message.SetVariablesRequest;
import io.ohmnibus.ocpp.message.SetVariablesResponse;
import io.ohmnibus.ocpp.type.ChangeAvailabilityStatusEnum;
import io.ohmnibus.ocpp.type.Component;
import io.ohmnibus.ocpp.type.GetVariableResult;
import io.ohmnibus.ocpp.type.GetVariableStatusEnum;
import io.ohmnibus.ocpp.type.OperationalStatusEnum;
import io.ohmnibus.ocpp.type.ResetStatusEnum;
import io.ohmnibus.ocpp.type.SetVariableResult;
import io.ohmnibus.ocpp.type.SetVariableStatusEnum;
import io.ohmnibus.ocpp.type.Variable;
import io.ohmnibus.platform.command.EndedCommand;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.RuleViolation;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

@EmbeddedTest
final class MigrationCourseIT {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private record Sent(UUID id, Request<?> request) {}

    private final StationKey station = new StationKey("default", "CS-" + UUID.randomUUID());
    private final List<Sent> sent = new ArrayList<>();
    private Instant now = NOW;
    private @Nullable RuleViolation forbidden;
    private final DatabaseClient database;
    private final Migrations migrations;
    private final MigrationCourse course;

    MigrationCourseIT(TestDatabase server) {
        ServiceDatabase service = ServiceDatabase.migrate(server, Service.STATION);
        database = service.client();
        migrations = new Migrations(database);
        course =
                new MigrationCourse(
                        migrations,
                        (_, request, _) -> {
                            if (request instanceof SetVariablesRequest && forbidden != null) {
                                return Mono.error(forbidden);
                            }
                            Sent command = new Sent(UUID.randomUUID(), request);
                            sent.add(command);
                            return Mono.just(command.id());
                        },
                        service.transaction(),
                        ((InstantSource) () -> now).withZone(ZoneOffset.UTC));
    }

    private void begin() {
        now = now.plusMillis(1);
        course.begin(
                        station,
                        new MigrationCourse.Wish(
                                2, true, Duration.ofMinutes(15), Duration.ofHours(1), "me"))
                .block();
    }

    private <Q extends Request<?>> Q last(Class<Q> type) {
        return type.cast(sent.getLast().request());
    }

    private void answer(Response answer) {
        Sent command = sent.getLast();
        course.ended(
                        new EndedCommand(
                                command.id(),
                                station,
                                command.request(),
                                new Outcome.Answered<>(answer)))
                .block();
    }

    private static GetVariablesResponse value(@Nullable String value) {
        return new GetVariablesResponse(
                List.of(
                        new GetVariableResult(
                                value == null
                                        ? GetVariableStatusEnum.UNKNOWN_VARIABLE
                                        : GetVariableStatusEnum.ACCEPTED,
                                null,
                                null,
                                value,
                                new Component(null, "OCPPCommCtrlr", null, null),
                                new Variable("X", null, null),
                                null)),
                null);
    }

    private static SetVariablesResponse set(SetVariableStatusEnum status) {
        return new SetVariablesResponse(
                List.of(
                        new SetVariableResult(
                                null,
                                status,
                                null,
                                new Component(null, "OCPPCommCtrlr", null, null),
                                new Variable("X", null, null),
                                null)),
                null);
    }

    private Migration newest() {
        PageRequest first = new PageRequest(null, 10);
        return Objects.requireNonNull(migrations.list(station, first).block()).items().getFirst();
    }

    private void untilLeave() {
        begin();
        answer(value("1,3,2"));
        last(ChangeAvailabilityRequest.class);
        outcome(new Outcome.TimedOut<>(Duration.ofSeconds(1)));
    }

    private void outcome(Outcome<?> outcome) {
        Sent command = sent.getLast();
        course.ended(new EndedCommand(command.id(), station, command.request(), outcome)).block();
    }

    private void untilLeaving() {
        begin();
        answer(value("1,3,2"));
        answer(ACCEPTED);
        answer(new GetTransactionStatusResponse(null, false, null));
        assertThat(last(SetVariablesRequest.class).setVariableData().getFirst().attributeValue())
                .isEqualTo("2,1,3");
        answer(set(SetVariableStatusEnum.REBOOT_REQUIRED));
        last(ResetRequest.class);
        answer(new ResetResponse(ResetStatusEnum.SCHEDULED, null, null));
        assertThat(newest().step()).isEqualTo(Migration.Step.LEAVE);
    }

    private static final Response ACCEPTED =
            new ChangeAvailabilityResponse(ChangeAvailabilityStatusEnum.ACCEPTED, null, null);

    @Test
    @Requirement({"B10.FR.01", "B10.FR.05"})
    void asksUntilNothingIsLeftToDeliverAndKeepsTheOldWayBehindTheNewOne() {
        begin();
        answer(value("1"));
        answer(ACCEPTED);
        last(GetTransactionStatusRequest.class);
        answer(new GetTransactionStatusResponse(null, true, null));
        int before = sent.size();
        assertThat(migrations.undrained(NOW.plusSeconds(1)).collectList().block())
                .contains(station);
        course.drain(station).block();
        assertThat(sent).hasSize(before + 1);
        answer(new GetTransactionStatusResponse(null, false, null));
        last(SetVariablesRequest.class);
    }

    @Test
    void aStationThatStaysAwayIsGone() {
        untilLeaving();
        assertThat(migrations.gone(NOW.plusSeconds(3600)).collectList().block())
                .doesNotContain(station);
        database.sql(
                        """
                        insert into connections (tenant, station_id, online, connection_id, changed_at)
                        values (:tenant, :stationId, false, 'c', :at)
                        """)
                .bindProperties(station)
                .bind("at", NOW.plusSeconds(5))
                .then()
                .block();
        assertThat(migrations.gone(NOW.plusSeconds(60)).collectList().block())
                .doesNotContain(station);
        assertThat(migrations.gone(NOW.plusSeconds(1000)).collectList().block()).contains(station);
        assertThat(migrations.overdue(NOW.plusSeconds(7200)).collectList().block())
                .doesNotContain(station);
        course.gone(station).block();
        assertThat(newest().status()).isEqualTo(Migration.Status.COMPLETED);
    }

    @Test
    void aStationThatIsHereAgainTellsByWhichWay() {
        untilLeaving();
        course.booted(station, NOW).block();
        last(GetVariablesRequest.class);
        answer(value("1"));
        assertThat(newest().status()).isEqualTo(Migration.Status.FELL_BACK);
        assertThat(sent.get(sent.size() - 2).request())
                .isInstanceOfSatisfying(
                        SetVariablesRequest.class,
                        back ->
                                assertThat(back.setVariableData().getFirst().attributeValue())
                                        .isEqualTo("1,3,2"));
        last(ChangeAvailabilityRequest.class);

        sent.clear();
        untilLeaving();
        course.booted(station, NOW).block();
        answer(value("2"));
        assertThat(newest().status()).isEqualTo(Migration.Status.COMPLETED);
    }

    @Test
    @Requirement("B10.FR.02")
    void whatDoesNotWorkEndsItAndOnlyOneIsUnderWay() {
        begin();
        assertThatThrownBy(this::begin).isInstanceOf(Problem.class);
        answer(value(null));
        assertThat(newest().status()).isEqualTo(Migration.Status.FAILED);

        begin();
        answer(value("2,1")); // it is there already
        assertThat(newest().status()).isEqualTo(Migration.Status.FAILED);

        untilLeave();
        assertThat(newest().reason()).contains("Close: TimedOut");
        last(ChangeAvailabilityRequest.class);

        untilLeaving();
        course.end(station, "Given up by me").block();
        assertThat(newest().status()).isEqualTo(Migration.Status.FELL_BACK);
    }

    @Test
    void aStepThatARuleForbidsIsTheEnd() {
        forbidden = new RuleViolation("B05.FR.11", "too long");
        begin();
        answer(value("1"));
        answer(ACCEPTED);
        answer(new GetTransactionStatusResponse(null, false, null));

        Migration ended = newest();
        assertThat(ended.status()).isEqualTo(Migration.Status.FAILED);
        assertThat(ended.reason()).isEqualTo("SetPriority: B05.FR.11, too long");
        assertThat(last(ChangeAvailabilityRequest.class).operationalStatus())
                .as("what was closed is opened again")
                .isEqualTo(OperationalStatusEnum.OPERATIVE);
    }
}
