/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.auth.allowance.WeeklyHours;
import io.ohmnibus.auth.token.Token.Group;
import io.ohmnibus.auth.token.Token.Validity;
import io.ohmnibus.auth.token.Tokens.Filter;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.platform.web.Cursor;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every store of tokens does; each test has a tenant of its own. */
abstract class TokensContract {

    private static final Token FULL =
            new Token(
                    "AaBb01",
                    "ISO14443",
                    AuthorizationStatusEnum.BLOCKED,
                    new Validity(
                            Instant.parse("2026-01-01T00:00:00Z"),
                            Instant.parse("2027-01-01T00:00:00Z")),
                    new Group("Family", "Central"),
                    "de",
                    "en-US",
                    3,
                    true,
                    Map.of("CS-1", List.of(1, 2), "CS-2", List.of()));

    abstract Tokens tokens();

    @Test
    void keepsTheHoursAndTheSingleUseOfAToken() {
        Token token =
                new Token(
                        "HOURS",
                        "Central",
                        AuthorizationStatusEnum.ACCEPTED,
                        new Token.Validity(
                                null,
                                null,
                                true,
                                new WeeklyHours(
                                        java.time.ZoneId.of("Europe/Berlin"),
                                        List.of(
                                                new WeeklyHours.Period(
                                                        java.util.Set.of(
                                                                java.time.DayOfWeek.MONDAY),
                                                        java.time.LocalTime.of(8, 0),
                                                        java.time.LocalTime.of(18, 30))))),
                        null,
                        null,
                        null,
                        null,
                        false,
                        null);
        tokens().save("hours", List.of(token)).block();

        assertThat(tokens().find(TokenKey.of("hours", "Central", "hours")).block())
                .isEqualTo(token);
    }

    @Test
    void givesBackEverythingThatWasEntered() {
        tokens().save("everything", List.of(FULL)).block();

        assertThat(tokens().find(TokenKey.of("everything", "ISO14443", "AaBb01")).block())
                .isEqualTo(FULL);
    }

    @Test
    @Requirement("C01.FR.25")
    void findsATokenWithoutRegardToCaseAndByItsType() { // A35
        tokens().save("case", List.of(FULL)).block();

        assertThat(tokens().find(TokenKey.of("case", "ISO14443", "aAbB01")).block())
                .isEqualTo(FULL);
        assertThat(tokens().find(TokenKey.of("case", "ISO15693", "AaBb01")).block()).isNull();
        assertThat(tokens().find(TokenKey.of("other", "ISO14443", "AaBb01")).block()).isNull();
    }

    @Test
    void findsManyAtATime() {
        Token other = Token.accepted("T1", "Central");
        tokens().save("many", List.of(FULL, other)).block();
        TokenKey full = TokenKey.of("many", "ISO14443", "aabb01");
        TokenKey central = TokenKey.of("many", "Central", "T1");

        assertThat(
                        tokens().find(
                                        List.of(
                                                central,
                                                TokenKey.of("other", "Central", "T1"),
                                                TokenKey.of("many", "Central", "AaBb01"),
                                                full))
                                .block())
                .isEqualTo(Map.of(full, FULL, central, other));
    }

    @Test
    void replacesAnEqualTokenWhenSavedButNotWhenAdded() {
        Token accepted = Token.accepted("AABB01", "ISO14443");

        assertThat(tokens().add("replace", FULL).block()).isTrue();
        assertThat(tokens().add("replace", accepted).block()).isFalse();
        TokenKey key = TokenKey.of("replace", "ISO14443", "aabb01");
        assertThat(tokens().find(key).block()).isEqualTo(FULL);

        tokens().save("replace", List.of(FULL, accepted)).block();
        assertThat(tokens().find(key).block()).isEqualTo(accepted);
    }

    @Test
    void removesAToken() {
        TokenKey key = TokenKey.of("remove", "ISO14443", "aabb01");
        tokens().save("remove", List.of(FULL)).block();

        assertThat(tokens().remove(key).block()).isTrue();
        assertThat(tokens().remove(key).block()).isFalse();
        assertThat(tokens().find(key).block()).isNull();
    }

    @Test
    void listsInPagesWithoutLossOrRepetition() {
        List<Token> saved = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            saved.add(Token.accepted("T" + i, i % 2 == 0 ? "ISO14443" : "Central"));
        }
        saved.add(Token.accepted("T3", "ISO14443"));
        tokens().save("pages", saved).block();
        tokens().save("other-pages", saved).block();

        List<Token> listed = new ArrayList<>();
        Filter filter = new Filter("pages", null, null, null);
        Page<Token> page = page(filter, new PageRequest(null, 3));
        listed.addAll(page.items());
        while (page.next() != null) {
            page = page(filter, new PageRequest(Cursor.decode(page.next()), 3));
            listed.addAll(page.items());
        }

        assertThat(listed).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(saved);
        assertThat(listed).extracting(Token::idToken).isSorted();
    }

    @Test
    void filtersByTypeStatusAndGroup() {
        Token other = Token.accepted("T1", "Central");
        tokens().save("filters", List.of(FULL, other)).block();
        PageRequest all = new PageRequest(null, 50);

        assertThat(page(new Filter("filters", "Central", null, null), all).items())
                .containsExactly(other);
        assertThat(page(new Filter("filters", null, "Blocked", null), all).items())
                .containsExactly(FULL);
        assertThat(page(new Filter("filters", null, null, "FAMILY"), all).items())
                .containsExactly(FULL);
    }

    private Page<Token> page(Filter filter, PageRequest request) {
        Page<Token> page = tokens().list(filter, request).block();
        assertThat(page).isNotNull();
        return page;
    }
}
