/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.auth.FakeCommands;
import io.ohmnibus.auth.credentials.CredentialsUnderTest;
import io.ohmnibus.auth.password.PasswordChange.Status;
import io.ohmnibus.contracts.auth.StationCredentials;
import io.ohmnibus.contracts.gateway.StationAuthentication;
import io.ohmnibus.ocpp.OcppError;
import io.ohmnibus.ocpp.OcppErrorCode;
import io.ohmnibus.ocpp.message.SetVariablesRequest;
import io.ohmnibus.ocpp.message.SetVariablesResponse;
import io.ohmnibus.ocpp.type.SetVariableData;
import io.ohmnibus.ocpp.type.SetVariableResult;
import io.ohmnibus.ocpp.type.SetVariableStatusEnum;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.security.StationPasswords;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.Problem;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The course of a password change on a real table, up to each of its ends (A01, F46). */
@EmbeddedTest
final class PasswordUpdateIT {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);

    private final StationPasswords passwords =
            new StationPasswords("a pepper of the tests", new SecureRandom());
    private final StationKey station = new StationKey("default", "CS-" + UUID.randomUUID());
    private final FakeCommands commands = new FakeCommands();
    private final ServiceDatabase database;
    private final CredentialsUnderTest credentials;
    private final PasswordChanges changes;
    private final PasswordUpdate update;
    private final PasswordSet set;

    PasswordUpdateIT(TestDatabase database) {
        this.database = ServiceDatabase.migrate(database, Service.AUTH);
        this.credentials =
                new CredentialsUnderTest(this.database, Clock.fixed(NOW, ZoneOffset.UTC));
        this.changes = new PasswordChanges(this.database.client());
        this.update = new PasswordUpdate(credentials.credentials(), changes, commands, passwords);
        this.set = new PasswordSet(credentials.credentials(), update);
        credentials.register(station, new StationCredentials(1, "old", NOW));
    }

    @Test
    @Requirement({"A01.FR.02", "A01.FR.07"})
    void sendsARandomPasswordAndAcceptsBothFromThenOn() {
        begin();

        assertThat(newPassword()).hasSize(32);
        assertThat(published().passwordHash()).isEqualTo("old");
        assertThat(matches(published().nextPasswordHash())).isTrue();
        assertThat(status()).isEqualTo(Status.PENDING);
    }

    @Test
    @Requirement("A01.FR.06")
    void makesAnotherPasswordEachTime() {
        begin();
        String first = newPassword();
        answer(SetVariableStatusEnum.REJECTED);
        begin();
        assertThat(newPassword()).isNotEqualTo(first);
    }

    @Test
    @Requirement("A01.FR.03")
    void takesTheOldPasswordOutOfForceWhenTheStationAccepts() {
        begin();
        answer(SetVariableStatusEnum.ACCEPTED);

        assertThat(matches(published().passwordHash())).isTrue();
        assertThat(published().nextPasswordHash()).isNull();
        assertThat(status()).isEqualTo(Status.CONFIRMED);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ACCEPTED", "REBOOT_REQUIRED"})
    @Requirement("A01.FR.04")
    void keepsTheOldPasswordAloneWhenTheStationRefuses(SetVariableStatusEnum refusal) {
        begin();
        answer(refusal);

        assertThat(published().passwordHash()).isEqualTo("old");
        assertThat(published().nextPasswordHash()).isNull();
        assertThat(status()).isEqualTo(Status.REJECTED);
    }

    @Test
    @Requirement("A01.FR.04")
    void keepsBothPasswordsOfAStationThatMustRebootFirst() {
        begin();
        answer(SetVariableStatusEnum.REBOOT_REQUIRED);
        connect(false, LATER);
        assertThat(status()).isEqualTo(Status.REBOOT_REQUIRED);

        connect(true, LATER);
        assertThat(matches(published().passwordHash())).isTrue();
        assertThat(status()).isEqualTo(Status.CONFIRMED);
    }

    @Test
    void keepsBothPasswordsWhileNoAnswerTellsAndEndsWithTheOneThatIsUsed() {
        begin();
        complete(new Outcome.TimedOut<>(Duration.ofSeconds(30)));
        assertThat(published().passwordHash()).isEqualTo("old");
        assertThat(matches(published().nextPasswordHash())).isTrue();
        assertThat(status()).isEqualTo(Status.UNCONFIRMED);

        connect(true, LATER);
        assertThat(matches(published().passwordHash())).isTrue();
        assertThat(status()).isEqualTo(Status.CONFIRMED);
    }

    @Test
    void endsWithTheOldPasswordWhenTheStationComesBackWithIt() {
        begin();
        complete(
                new Outcome.Refused<>(
                        new OcppError(OcppErrorCode.INTERNAL_ERROR, "out of memory")));
        connect(false, NOW.minusSeconds(1)); // an older connection, heard of late, proves nothing
        assertThat(status()).isEqualTo(Status.UNCONFIRMED);

        connect(false, LATER);
        assertThat(published()).isEqualTo(new StationCredentials(1, "old", NOW));
        assertThat(status()).isEqualTo(Status.NOT_APPLIED);
        assertThat(only().reason()).isEqualTo("InternalError: out of memory");
    }

    @Test
    void forgetsAPasswordThatNeverLeft() {
        begin();
        complete(new Outcome.Offline<>());
        assertThat(published()).isEqualTo(new StationCredentials(1, "old", NOW));
        assertThat(status()).isEqualTo(Status.NOT_SENT);
    }

    @Test
    void isConfirmedByTheConnectionEvenBeforeTheAnswer() {
        begin();
        connect(true, LATER);
        assertThat(status()).isEqualTo(Status.CONFIRMED);

        answer(SetVariableStatusEnum.REJECTED); // comes too late to mean anything
        assertThat(matches(published().passwordHash())).isTrue();
        assertThat(status()).isEqualTo(Status.CONFIRMED);
    }

    @Test
    void doesNotMindAnswersAboutOtherVariablesAndOtherPasswords() {
        begin();
        set.completed(
                        station,
                        PasswordUpdate.VARIABLE.setTo("some other password"),
                        new Outcome.Offline<>())
                .block();
        complete(new Outcome.Answered<>(new SetVariablesResponse(List.of(), null)));
        assertThat(status()).isEqualTo(Status.UNCONFIRMED);
    }

    @Test
    void refusesASecondChangeWhileOneIsUnderWayUntilAnOperatorGivesItUp() {
        begin();
        StationCredentials pending = published();
        assertThatThrownBy(this::begin).isInstanceOf(Problem.class).hasMessageContaining("409");
        assertThat(credentials.credentials().find(station).block()).isEqualTo(pending);

        database.transaction().transactional(update.cancel(station, "anna")).block();
        assertThat(published()).isEqualTo(new StationCredentials(1, "old", NOW));
        begin();
        assertThat(all())
                .extracting(PasswordChange::status)
                .containsExactlyInAnyOrder(Status.CANCELLED, Status.PENDING);
    }

    @Test
    void knowsNoStationOfAnotherTenant() {
        StationKey foreign = new StationKey("other", station.stationId());
        assertThatThrownBy(() ->
                        update.begin(
                                        foreign,
                                        new PasswordUpdate.Wish(null, Duration.ofDays(1), "a"))
                                .block())
                .isInstanceOf(Problem.class)
                .hasMessageContaining("404");
    }

    private void begin() {
        database.transaction()
                .transactional(
                        update.begin(
                                station, new PasswordUpdate.Wish(null, Duration.ofDays(1), "anna")))
                .block();
    }

    private String newPassword() {
        return data().attributeValue();
    }

    private SetVariableData data() {
        return commands.last(SetVariablesRequest.class).setVariableData().getFirst();
    }

    private void answer(SetVariableStatusEnum status) {
        SetVariableResult result =
                new SetVariableResult(
                        null, status, null, data().component(), data().variable(), null);
        complete(new Outcome.Answered<>(new SetVariablesResponse(List.of(result), null)));
    }

    private void complete(Outcome<SetVariablesResponse> outcome) {
        set.completed(station, commands.last(SetVariablesRequest.class), outcome).block();
    }

    private void connect(boolean nextPassword, Instant at) {
        update.connected(station, StationAuthentication.password(1, nextPassword), at).block();
    }

    private StationCredentials published() {
        return credentials.published(station);
    }

    private boolean matches(@Nullable String hash) {
        return hash != null
                && passwords.matches(newPassword().getBytes(StandardCharsets.UTF_8), hash);
    }

    private Status status() {
        return only().status();
    }

    private PasswordChange only() {
        return all().getFirst();
    }

    private List<PasswordChange> all() {
        return Objects.requireNonNull(changes.list(station, new PageRequest(null, 10)).block())
                .items();
    }
}
