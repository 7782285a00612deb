/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.auth.FakeCommands;
import io.ohmnibus.auth.credentials.CredentialsUnderTest;
import io.ohmnibus.auth.profile.ProfileChange.Status;
import io.ohmnibus.auth.profile.ProfileChange.Step;
import io.ohmnibus.contracts.auth.StationCredentials;
import io.ohmnibus.contracts.gateway.StationAuthentication;
import io.ohmnibus.ocpp.message.GetVariablesRequest;
import io.ohmnibus.ocpp.message.InstallCertificateRequest;
import io.ohmnibus.ocpp.message.ResetRequest;
import io.ohmnibus.ocpp.message.SetNetworkProfileRequest;
import io.ohmnibus.ocpp.message.SetVariablesRequest;
import io.ohmnibus.platform.ocpp.RuleViolation;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The course of a change of the security profile on a real table, and its ways back (A05). */
@EmbeddedTest
final class ProfileUpgradeIT {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final StepOutcome DONE = new StepOutcome.Done();

    private final StationKey station = new StationKey("default", "CS-" + UUID.randomUUID());
    private final FakeCommands commands = new FakeCommands();
    private final ServiceDatabase database;
    private final CredentialsUnderTest credentials;
    private final ProfileChanges changes;
    private final ProfileUpgrade upgrade;

    ProfileUpgradeIT(TestDatabase test) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        database = ServiceDatabase.migrate(test, Service.AUTH);
        credentials = new CredentialsUnderTest(database, clock);
        changes = new ProfileChanges(database.client());
        StepCommands steps =
                new StepCommands(
                        new CsmsProperties(
                                Map.of(1, "ws://csms", 2, "wss://csms:2", 3, "wss://csms:3"),
                                root()));
        upgrade = new ProfileUpgrade(credentials.credentials(), changes, steps, commands);
        register(1);
    }

    private static Path root() {
        try {
            return Files.writeString(Files.createTempFile("root", ".pem"), "PEM");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void register(int profile) {
        credentials.register(
                station,
                new StationCredentials(profile, "hash", NOW)
                        .certificates(List.of("a"), List.of(), NOW));
    }

    @Test
    @Requirement({"A05.FR.04", "A05.FR.05", "A05.FR.07"})
    void leadsAStationStepByStepToAHigherProfile() {
        begin(2);
        assertThat(commands.last(InstallCertificateRequest.class).certificate()).isEqualTo("PEM");
        ended(DONE);
        assertThat(commands.last(GetVariablesRequest.class).getVariableData()).hasSize(2);
        ended(new StepOutcome.Network("1", false));
        SetNetworkProfileRequest profile = commands.last(SetNetworkProfileRequest.class);
        assertThat(profile.configurationSlot()).isEqualTo(2);
        assertThat(profile.connectionData().ocppCsmsUrl()).isEqualTo("wss://csms:2");
        assertThat(published().nextSecurityProfile()).isNull();
        ended(DONE);
        assertThat(priority()).isEqualTo("2,1");
        assertThat(published().nextSecurityProfile()).isEqualTo(2);
        ended(DONE);
        commands.last(ResetRequest.class);
        ended(DONE);
        assertThat(newest().step()).isEqualTo(Step.CONNECT);
        connect(1); // not yet
        assertThat(newest().status()).isEqualTo(Status.RUNNING);

        connect(2);
        assertThat(newest().status()).isEqualTo(Status.COMPLETED);
        assertThat(published().securityProfile()).isEqualTo(2);
        assertThat(published().nextSecurityProfile()).isNull();
    }

    @Test
    @Requirement({"A05.FR.02", "A05.FR.03"})
    void keepsTheOldProfileWhenTheStationRefusesAStep() {
        begin(2);
        ended(DONE);
        ended(new StepOutcome.Network("0,1", false));
        ended(DONE);
        assertThat(published().nextSecurityProfile()).isEqualTo(2);
        ended(new StepOutcome.Failed("Rejected: NoRoot"));

        assertThat(newest().status()).isEqualTo(Status.FAILED);
        assertThat(newest().reason()).isEqualTo("Rejected: NoRoot");
        assertThat(published().nextSecurityProfile()).isNull();
        assertThat(published().securityProfile()).isEqualTo(1);
    }

    @Test
    void fallsBackWhenTheStationDoesNotComeAndPutsItsListBack() {
        begin(2);
        ended(DONE);
        ended(new StepOutcome.Network("1", false));
        ended(DONE);
        ended(DONE);
        ended(DONE);
        new OverdueChanges(
                        changes,
                        upgrade,
                        database.transaction(),
                        Clock.fixed(NOW.plus(Duration.ofDays(2)), ZoneOffset.UTC))
                .end()
                .block();

        assertThat(newest().status()).isEqualTo(Status.FELL_BACK);
        assertThat(priority()).isEqualTo("1");
        assertThat(published().securityProfile()).isEqualTo(1);
        assertThat(published().nextSecurityProfile()).isNull();
        connect(2); // the gateway had let it in before it heard
        assertThat(published().securityProfile()).isEqualTo(1);
    }

    @Test
    @Requirement({"A05.FR.08", "A05.FR.10"})
    void lowersFromThreeToTwoOnlyWhereTheStationAllowsIt() {
        register(3);
        begin(2);
        ended(new StepOutcome.Network("1", false));
        assertThat(newest().status()).isEqualTo(Status.FAILED);

        begin(2);
        ended(new StepOutcome.Network("1", true));
        ended(DONE);
        ended(DONE);
        connect(2); // even before it has answered the reset
        assertThat(changes.open(station).blockOptional()).isEmpty();
        assertThat(published().securityProfile()).isEqualTo(2);
    }

    @Test
    @Requirement("A05.FR.09")
    void refusesWhatTheSpecificationForbidsAndASecondChange() {
        register(2);
        assertThatThrownBy(() -> begin(1)).isInstanceOf(RuleViolation.class);
        begin(3);
        assertThatThrownBy(() -> begin(3)).isInstanceOf(Problem.class).hasMessageContaining("409");
        upgrade.cancel(station, "anna").block();
        assertThat(newest().reason()).isEqualTo("Given up by anna");
    }

    private void begin(int to) {
        ProfileUpgrade.Wish wish =
                new ProfileUpgrade.Wish(to, null, "Wired0", Duration.ofDays(1), "anna");
        database.transaction().transactional(upgrade.begin(station, wish)).block();
    }

    private void ended(StepOutcome outcome) {
        upgrade.ended(station, commands.sent().getLast(), outcome).block();
    }

    private void connect(int profile) {
        upgrade.connected(station, StationAuthentication.password(profile, false), LATER).block();
    }

    private String priority() {
        return commands.last(SetVariablesRequest.class)
                .setVariableData()
                .getFirst()
                .attributeValue();
    }

    private StationCredentials published() {
        return credentials.published(station);
    }

    /** The running one, or the one that ended last. */
    private ProfileChange newest() {
        ProfileChange open = changes.open(station).block();
        return open != null
                ? open
                : Objects.requireNonNull(changes.list(station, new PageRequest(null, 1)).block())
                        .items()
                        .getFirst();
    }
}
