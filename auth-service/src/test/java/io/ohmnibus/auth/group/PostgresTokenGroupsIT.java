/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.auth.allowance.Allowances;
import io.ohmnibus.auth.allowance.TokenStatus;
import io.ohmnibus.auth.allowance.WeeklyHours;
import io.ohmnibus.auth.allowance.WeeklyHours.Period;
import io.ohmnibus.auth.group.TokenGroup.Effect;
import io.ohmnibus.auth.group.TokenGroup.InEffect;
import io.ohmnibus.auth.group.TokenGroups.Change;
import io.ohmnibus.auth.token.Token;
import io.ohmnibus.auth.token.Token.Group;
import io.ohmnibus.auth.token.Token.Validity;
import io.ohmnibus.auth.token.TokenKey;
import io.ohmnibus.auth.token.Tokens;
import io.ohmnibus.auth.token.TokensUnderTest;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@EmbeddedTest
final class PostgresTokenGroupsIT {

    private static final Allowances NONE = new Allowances(null, null, null);
    private static final WeeklyHours NIGHTS =
            new WeeklyHours(
                    ZoneId.of("Europe/Berlin"),
                    List.of(
                            new Period(
                                    Set.of(DayOfWeek.MONDAY),
                                    LocalTime.of(22, 0),
                                    LocalTime.of(6, 0))));
    private static final Allowances HERE =
            new Allowances(5, Map.of("CS-1", List.of(1), "CS-2", List.of()), NIGHTS);

    private final String tenant = "T-" + UUID.randomUUID();
    private final TokenGroups groups;
    private final Tokens tokens;

    PostgresTokenGroupsIT(TestDatabase test) {
        ServiceDatabase database = ServiceDatabase.migrate(test, Service.AUTH);
        tokens = TokensUnderTest.in(database);
        groups = TokenGroupsUnderTest.in(database);
    }

    private Change put(String id, @Nullable String parent, String status) {
        return put(new TokenGroup(id, parent, status(status), NONE, false));
    }

    private static AuthorizationStatusEnum status(String wireName) {
        return TokenStatus.stored(wireName);
    }

    private Change put(TokenGroup group) {
        return Objects.requireNonNull(groups.put(tenant, group, "me").block());
    }

    private InEffect found(String id) {
        return Objects.requireNonNull(groups.find(tenant, id).block());
    }

    private Token token(String id, String group, Allowances own) {
        Token token =
                new Token(
                        id,
                        "ISO14443",
                        AuthorizationStatusEnum.ACCEPTED,
                        new Validity(null, null, false, own.hours()),
                        new Group(group, "Central"),
                        null,
                        null,
                        own.chargingPriority(),
                        false,
                        own.allowedAt());
        tokens.save(tenant, List.of(token)).block();
        return token;
    }

    /** The token as it is judged. */
    private Token judged(String id) {
        TokenKey key = TokenKey.of(tenant, "ISO14443", id);
        return Objects.requireNonNull(
                Objects.requireNonNull(tokens.find(List.of(key)).block()).get(key));
    }

    private Group groupOf(String id) {
        return Objects.requireNonNull(judged(id).group());
    }

    @Test
    void keepsEverythingThatIsSaidOfAGroup() {
        TokenGroup fleet = new TokenGroup("Fleet", null, status("Accepted"), HERE, false);
        put(fleet);

        assertThat(found("FLEET").group()).isEqualTo(fleet);
        assertThat(found("fleet").effect())
                .isEqualTo(new Effect(status("Accepted"), null, HERE, null));
        assertThat(groups.find("other", "Fleet").block()).isNull();
    }

    @Test
    void aStatusIsThatOfAllBelowUntilItIsTakenBack() {
        token("A", "Berlin", NONE);
        put("Company", null, "Accepted");
        put("Germany", "COMPANY", "Accepted");
        put("berlin", "germany", "Accepted");
        assertThat(groupOf("A").refused()).isNull();

        put("Company", null, "Blocked");
        assertThat(groupOf("A").refused()).isEqualTo(AuthorizationStatusEnum.BLOCKED);
        assertThat(found("berlin").effect())
                .returns(AuthorizationStatusEnum.BLOCKED, Effect::status)
                .returns("Company", Effect::refusedBy);
        assertThat(found("berlin").group().parent()).isEqualTo("Germany");

        put("Germany", "Company", "NoCredit");
        assertThat(groupOf("A").refused()).isEqualTo(AuthorizationStatusEnum.NO_CREDIT);
        put("Germany", null, "Accepted");
        assertThat(groupOf("A").refused()).isNull();
    }

    @Test
    void whatATokenSaysItselfComesFirst() {
        token("SILENT", "Team", NONE);
        token("OWN", "Team", new Allowances(-3, Map.of("CS-9", List.of()), null));
        put(new TokenGroup("Company", null, status("Accepted"), HERE, false));
        put(
                new TokenGroup(
                        "Team",
                        "Company",
                        status("Accepted"),
                        new Allowances(7, null, null),
                        false));

        assertThat(judged("SILENT"))
                .returns(7, Token::chargingPriority)
                .returns(HERE.allowedAt(), Token::allowedAt)
                .returns(NIGHTS, token -> token.validity().hours());
        assertThat(judged("OWN"))
                .returns(-3, Token::chargingPriority)
                .returns(Map.of("CS-9", List.of()), Token::allowedAt)
                .returns(NIGHTS, token -> token.validity().hours());
        assertThat(tokens.find(TokenKey.of(tenant, "ISO14443", "SILENT")).block())
                .returns(null, Token::chargingPriority);
    }

    @Test
    @Requirement("C16.FR.03")
    void whoIsBelowAMasterPassIsToldAsOfIt() {
        token("OFFICER", "Police-Berlin", NONE);
        put(new TokenGroup("POLICE", null, status("Accepted"), NONE, true));
        put("Police-Berlin", "police", "Accepted");

        assertThat(groupOf("OFFICER")).isEqualTo(new Group("POLICE", "Central", null, true));
    }

    @Test
    void aGroupIsNotAboveItselfAndNotTooFarDown() {
        put("G0", null, "Accepted");
        for (int i = 1; i < 8; i++) {
            assertThat(put("G" + i, "G" + (i - 1), "Accepted")).isEqualTo(Change.Done);
        }

        assertThat(put("G8", "G7", "Accepted")).isEqualTo(Change.TooDeep);
        assertThat(put("G0", "g7", "Accepted")).isEqualTo(Change.Cycle);
        assertThat(put("G0", "G0", "Accepted")).isEqualTo(Change.Cycle);
        assertThat(put("G0", "nothing", "Accepted")).isEqualTo(Change.NoParent);
        assertThat(found("G0").group().parent()).isNull();
    }

    @Test
    void aGroupThatHasPartsStays() {
        token("A", "Below", NONE);
        put("Above", null, "Blocked");
        put("Below", "Above", "Accepted");

        assertThat(groups.remove(tenant, "above").block()).isEqualTo(Change.HasParts);
        assertThat(groups.remove(tenant, "below").block()).isEqualTo(Change.Done);
        assertThat(groups.remove(tenant, "below").block()).isEqualTo(Change.Unknown);
        assertThat(groupOf("A")).isEqualTo(new Group("Below", "Central"));
    }

    @Test
    void listsInPages() {
        for (String id : List.of("c", "A", "b")) {
            put(id, null, "Accepted");
        }

        assertThat(
                        groups.list(tenant, null, 2)
                                .map(one -> one.group().groupId())
                                .collectList()
                                .block())
                .containsExactly("A", "b");
        assertThat(
                        groups.list(tenant, "B", 2)
                                .map(one -> one.group().groupId())
                                .collectList()
                                .block())
                .containsExactly("c");
    }
}
