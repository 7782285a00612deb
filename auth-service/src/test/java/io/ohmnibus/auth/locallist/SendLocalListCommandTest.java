/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.locallist;

import static io.ohmnibus.auth.locallist.ListsUnderTest.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.auth.locallist.LocalList.Status;
import io.ohmnibus.auth.token.Token;
import io.ohmnibus.auth.token.Token.Validity;
import io.ohmnibus.ocpp.OcppError;
import io.ohmnibus.ocpp.OcppErrorCode;
import io.ohmnibus.ocpp.message.SendLocalListRequest;
import io.ohmnibus.ocpp.type.AuthorizationData;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.IdTokenInfo;
import io.ohmnibus.ocpp.type.SendLocalListStatusEnum;
import io.ohmnibus.ocpp.type.UpdateEnum;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.RuleViolation;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.platform.test.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What stations are sent, and what becomes of it (D01). */
@EmbeddedTest
final class SendLocalListCommandTest {

    private final ListsUnderTest under;

    SendLocalListCommandTest(TestDatabase database) {
        under = new ListsUnderTest(database);
    }

    private static List<AuthorizationData> entries(SendLocalListRequest part) {
        return Objects.requireNonNullElse(part.localAuthorizationList(), List.of());
    }

    private static IdTokenInfo info(AuthorizationData entry) {
        return Objects.requireNonNull(entry.idTokenInfo());
    }

    @Test
    @Requirement({"D01.FR.01", "D01.FR.11", "D01.FR.15", "D01.FR.18"})
    void sendsTheWholeListInPartsAsSmallAsTheStationWants() {
        under.save(token("A"), token("B"), token("C"), token("D"));
        under.rule(LocalListRule.Tokens.All, false);

        under.sweep();

        assertThat(under.parts())
                .extracting(SendLocalListRequest::updateType, SendLocalListRequest::versionNumber)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(UpdateEnum.FULL, 1),
                        org.assertj.core.groups.Tuple.tuple(UpdateEnum.DIFFERENTIAL, 2));
        assertThat(under.installed).containsOnlyKeys("A", "B", "C", "D");
        assertThat(under.list())
                .returns(Status.InSync, LocalList::status)
                .returns(2, LocalList::version);
    }

    @Test
    @Requirement({"D01.FR.16", "D01.FR.17"})
    void sendsWhatIsDifferentAfterwards() {
        under.save(token("A"), token("B"));
        under.rule(LocalListRule.Tokens.All, false);
        under.sweep();
        under.parts();

        under.save(token("C"));
        under.remove("A");
        under.sweep();

        List<SendLocalListRequest> parts = under.parts();
        assertThat(parts).singleElement().returns(UpdateEnum.DIFFERENTIAL, p -> p.updateType());
        assertThat(entries(parts.getFirst()))
                .hasSize(2)
                .anySatisfy(entry -> {
                    assertThat(entry.idToken().idToken()).isEqualTo("A");
                    assertThat(entry.idTokenInfo()).isNull();
                });
        assertThat(under.installed).containsOnlyKeys("B", "C");
    }

    @Test
    void sendsNothingWhereNothingIsDifferent() {
        under.save(token("A"));
        under.rule(LocalListRule.Tokens.All, false);
        under.sweep();
        under.parts();

        under.sweep();
        under.save(
                token(
                        "elsewhere",
                        AuthorizationStatusEnum.ACCEPTED,
                        Validity.ALWAYS,
                        null,
                        Map.of("CS-2", List.of())));
        under.save(Token.accepted("VIRTUAL", "Central"), Token.accepted("X".repeat(37), "eMAID"));
        under.sweep();
        under.pass(Duration.ofHours(1));
        under.sweep();

        assertThat(under.parts()).isEmpty();
        assertThat(under.list().status()).isEqualTo(Status.InSync);
    }

    @Test
    void listsTheGroupsOfTheRuleAndWhatMayChargeThere() {
        under.save(
                token("A", AuthorizationStatusEnum.ACCEPTED, Validity.ALWAYS, "Family", null),
                token("B", AuthorizationStatusEnum.ACCEPTED, Validity.ALWAYS, "others", null),
                token("C", AuthorizationStatusEnum.BLOCKED, Validity.ALWAYS, "family", null),
                token(
                        "D",
                        AuthorizationStatusEnum.ACCEPTED,
                        Validity.ALWAYS,
                        "family",
                        Map.of("CS-1", List.of(2))),
                token("E"));
        under.rule(LocalListRule.Tokens.Groups, false, "FAMILY");
        under.sweep();

        assertThat(under.installed).containsOnlyKeys("A", "D");
        assertThat(entries(under.parts().getFirst()))
                .filteredOn(entry -> entry.idToken().idToken().equals("D"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(info(entry).evseId()).containsExactly(2);
                    assertThat(Objects.requireNonNull(info(entry).groupIdToken()).idToken())
                            .isEqualTo("family");
                });

        under.rule(LocalListRule.Tokens.Groups, true, "family");
        under.sweep();
        assertThat(under.installed).containsEntry("C", "Blocked").hasSize(3);
    }

    @Test
    void followsWhatIsSaidOfGroups() {
        under.save(
                token("A", AuthorizationStatusEnum.ACCEPTED, Validity.ALWAYS, "Berlin", null),
                token("B", AuthorizationStatusEnum.ACCEPTED, Validity.ALWAYS, "others", null));
        under.rule(LocalListRule.Tokens.Groups, true, "company");
        under.sweep();
        assertThat(under.installed).isEmpty();

        under.groups.put("Company", null, "Accepted");
        under.groups.put("Berlin", "Company", "Accepted");
        under.sweep();
        assertThat(under.installed).isEqualTo(Map.of("A", "Accepted"));

        under.groups.put("Company", null, "Blocked");
        under.sweep();
        assertThat(under.installed).isEqualTo(Map.of("A", "Blocked"));

        under.groups.put("Berlin", null, "Accepted");
        under.sweep();
        assertThat(under.installed).isEmpty();
    }

    @Test
    @Requirement("D01.FR.04")
    void emptiesTheListWhenNoRuleIsAboutItAnyMore() {
        under.save(token("A"));
        under.rule(LocalListRule.Tokens.All, false);
        under.sweep();
        under.parts();

        under.await(under.rules.remove(under.station.tenant(), ""));
        under.sweep();
        assertThat(under.installed).isEmpty();

        under.await(under.lists.request(under.station, true, false));
        under.sweep();
        assertThat(under.parts().getLast())
                .returns(UpdateEnum.FULL, SendLocalListRequest::updateType)
                .returns(null, SendLocalListRequest::localAuthorizationList);
    }

    @Test
    @Requirement({"C13.FR.05", "C14.FR.04"})
    void takesTokensOutWhenTheirTimeIsOver() {
        Validity hour =
                new Validity(
                        under.now().plus(Duration.ofMinutes(30)),
                        under.now().plus(Duration.ofHours(1)));
        under.save(token("A", AuthorizationStatusEnum.ACCEPTED, hour, null, null), token("B"));
        under.rule(LocalListRule.Tokens.All, false);
        under.sweep();
        assertThat(under.installed).containsOnlyKeys("B");

        under.pass(Duration.ofMinutes(31));
        under.sweep();
        assertThat(under.installed).containsOnlyKeys("A", "B");
        assertThat(info(entries(under.parts().getLast()).getFirst()).cacheExpiryDateTime())
                .isEqualTo(hour.until());

        under.pass(Duration.ofHours(1));
        under.sweep();
        assertThat(under.installed).containsOnlyKeys("B");
    }

    @Test
    @Requirement("D01.FR.03")
    void sendsTheWholeListWhenAChangeIsNotTaken() {
        under.save(token("A"));
        under.rule(LocalListRule.Tokens.All, false);
        under.sweep();
        under.save(token("B"));
        under.refusing = SendLocalListStatusEnum.FAILED;
        under.parts();
        under.sweep();

        assertThat(under.parts())
                .extracting(SendLocalListRequest::updateType)
                .containsExactly(UpdateEnum.DIFFERENTIAL, UpdateEnum.FULL);
        assertThat(under.list())
                .returns(Status.Failed, LocalList::status)
                .returns("Failed", LocalList::reason);

        under.refusing = null;
        under.sweep();
        assertThat(under.parts()).as("not at once").isEmpty();
        under.pass(Duration.ofMinutes(2));
        under.sweep();
        assertThat(under.installed).containsOnlyKeys("A", "B");
        assertThat(under.list().reason()).isNull();
    }

    @Test
    void goesOnWhereItStoppedWhenTheStationIsBack() {
        under.save(token("A"), token("B"), token("C"), token("D"));
        under.rule(LocalListRule.Tokens.All, false);
        under.look();
        under.end(new Outcome.Offline<>());
        assertThat(under.list().status()).isEqualTo(Status.Waiting);
        under.sweep();
        assertThat(under.installed).isEmpty();

        under.await(under.lists.connected(under.station, under.now()));
        under.sweep();
        assertThat(under.installed).hasSize(4);
        assertThat(under.list().status()).isEqualTo(Status.InSync);
    }

    @Test
    void asksAfterTheVersionWhenNobodyKnowsWhetherAPartArrived() {
        under.save(token("A"));
        under.rule(LocalListRule.Tokens.All, false);
        under.sweep();
        under.save(token("B"));
        under.look();
        under.answerAll();
        under.save(token("C"));
        under.pass(Duration.ofMinutes(2));
        under.look(); // the version is asked for
        int before = under.commands.sent().size();
        under.answerAll();
        assertThat(under.commands.sent().size()).isGreaterThan(before);
        assertThat(under.installed).containsOnlyKeys("A", "B", "C");
    }

    @Test
    void tellsOfAStationThatHasNoLocalList() {
        under.rule(LocalListRule.Tokens.All, false);
        under.look();
        under.end(
                new Outcome.Refused<>(
                        new OcppError(OcppErrorCode.NOT_SUPPORTED, "no local list here")));

        assertThat(under.list())
                .returns(Status.NotSupported, LocalList::status)
                .returns("NotSupported: no local list here", LocalList::reason);
        under.await(under.lists.connected(under.station, under.now()));
        under.look();
        assertThat(under.commands.sent()).hasSize(1);
    }

    @Test
    void putsRightWhatSomebodySentByHand() {
        under.save(token("A"));
        under.rule(LocalListRule.Tokens.All, false);
        under.sweep();
        SendLocalListRequest byHand =
                new SendLocalListRequest(
                        List.of(entry("A", true), entry("STRANGER", true)),
                        7,
                        UpdateEnum.FULL,
                        null);
        under.commands.sent().add(byHand);
        under.answerAll();

        assertThat(under.installed).containsOnlyKeys("A");
        assertThat(under.list().version()).isEqualTo(8);
    }

    @Test
    void remembersWhatSomebodySentToAStationWithoutRules() {
        under.commands
                .sent()
                .add(new SendLocalListRequest(List.of(entry("X", true)), 5, UpdateEnum.FULL, null));
        under.answerAll();

        assertThat(under.list()).returns(false, LocalList::managed).returns(5, LocalList::version);
        assertRefused(
                "D01.FR.19",
                () -> prepare(new SendLocalListRequest(null, 5, UpdateEnum.DIFFERENTIAL, null)));
        assertThat(prepare(new SendLocalListRequest(null, 6, UpdateEnum.DIFFERENTIAL, null)))
                .isNotNull();
    }

    private static AuthorizationData entry(String id, boolean listed) {
        IdTokenInfo accepted =
                new IdTokenInfo(
                        AuthorizationStatusEnum.ACCEPTED,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
        return new AuthorizationData(
                new IdToken(null, id, "ISO14443", null), listed ? accepted : null, null);
    }

    private SendLocalListRequest prepare(SendLocalListRequest request) {
        return Objects.requireNonNull(under.send.prepare(under.station, request).block());
    }

    private static void assertRefused(String requirement, ThrowingCallable sending) {
        assertThatThrownBy(sending)
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        refusal -> assertThat(refusal.requirement()).isEqualTo(requirement));
    }

    @Test
    @Requirement({"D01.FR.06", "D01.FR.15", "D01.FR.18"})
    void refusesWhatNoStationCanTake() {
        assertRefused(
                "D01.FR.18",
                () -> prepare(new SendLocalListRequest(null, 0, UpdateEnum.FULL, null)));
        assertRefused(
                "D01.FR.06",
                () ->
                        prepare(
                                new SendLocalListRequest(
                                        List.of(entry("a", true), entry("A", true)),
                                        1,
                                        UpdateEnum.FULL,
                                        null)));
        assertRefused(
                "D01.FR.15",
                () ->
                        prepare(
                                new SendLocalListRequest(
                                        List.of(entry("A", false)), 1, UpdateEnum.FULL, null)));
    }

    @Test
    @Requirement("D01.FR.11")
    void refusesMoreThanTheStationTakesInOneMessage() {
        under.rule(LocalListRule.Tokens.All, false);
        under.sweep();
        List<AuthorizationData> many = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            many.add(entry("A" + i, true));
        }

        assertRefused(
                "D01.FR.11",
                () -> prepare(new SendLocalListRequest(many, 99, UpdateEnum.FULL, null)));
    }

    @Test
    @Requirement("D01.FR.12")
    void sendsNoListThatIsTooLongForTheStation() {
        under.room(2);
        under.save(token("A"), token("B"), token("C"));
        under.rule(LocalListRule.Tokens.All, false);
        under.sweep();

        assertThat(under.parts()).isEmpty();
        assertThat(under.list())
                .returns(Status.Failed, LocalList::status)
                .returns("TooLong: the station takes 2 entries", LocalList::reason);

        under.remove("B");
        under.pass(Duration.ofMinutes(2));
        under.sweep();
        assertThat(under.installed).containsOnlyKeys("A", "C");
        assertThat(under.list().status()).isEqualTo(Status.InSync);
    }

    @Test
    @Requirement({"D01.FR.11", "D01.FR.12"})
    void asksTheStationWhatItTakesBeforeAnythingIsSentByHand() {
        under.room(2);
        List<AuthorizationData> two = List.of(entry("A", true), entry("B", true));
        assertThat(prepare(new SendLocalListRequest(two, 1, UpdateEnum.FULL, null))).isNotNull();
        under.commands.sent().add(new SendLocalListRequest(two, 1, UpdateEnum.FULL, null));
        under.answerAll();

        assertRefused("D01.FR.12", () -> change(entry("C", true)));
        assertThat(change(entry("a", true))).isNotNull();
        assertThat(change(entry("C", true), entry("A", false))).isNotNull();
        assertRefused(
                "D01.FR.12",
                () ->
                        prepare(
                                new SendLocalListRequest(
                                        List.of(two.getFirst(), two.getLast(), entry("C", true)),
                                        2,
                                        UpdateEnum.FULL,
                                        null)));
        assertRefused(
                "D01.FR.11",
                () ->
                        change(
                                entry("A", false),
                                entry("B", false),
                                entry("C", true),
                                entry("D", true)));
    }

    private SendLocalListRequest change(AuthorizationData... changes) {
        return prepare(
                new SendLocalListRequest(List.of(changes), 2, UpdateEnum.DIFFERENTIAL, null));
    }

    @Test
    void takesOutBeforeItPutsIn() {
        under.room(3);
        under.save(token("X"), token("Y"), token("Z"));
        under.rule(LocalListRule.Tokens.All, false);
        under.sweep();
        under.parts();

        for (String gone : List.of("X", "Y", "Z")) {
            under.remove(gone);
        }
        under.save(token("A"), token("B"), token("C"));
        under.sweep();

        assertThat(under.parts())
                .extracting(part -> entries(part).getFirst().idToken().idToken())
                .containsExactly("X", "A");
        assertThat(under.installed).containsOnlyKeys("A", "B", "C");
    }

    @ParameterizedTest
    @EnumSource(
            value = SendLocalListStatusEnum.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = "ACCEPTED")
    void aPauseGrowsWithEachFailure(SendLocalListStatusEnum status) {
        under.save(token("A"));
        under.rule(LocalListRule.Tokens.All, false);
        under.refusing = status;
        under.sweep();
        under.pass(Duration.ofSeconds(61));
        under.sweep();
        under.pass(Duration.ofSeconds(61));
        under.sweep();

        assertThat(under.parts()).hasSize(2);
        assertThat(under.list().attempts()).isEqualTo(2);
    }
}
