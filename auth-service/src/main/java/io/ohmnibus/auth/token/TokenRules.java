/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.token;

import io.ohmnibus.auth.allowance.AllowanceRules;
import io.ohmnibus.auth.allowance.HoursDocument;
import io.ohmnibus.auth.allowance.LanguageTag;
import io.ohmnibus.auth.allowance.TokenStatus;
import io.ohmnibus.auth.allowance.WeeklyHours;
import io.ohmnibus.auth.token.TokenDocument.GroupIdToken;
import io.ohmnibus.platform.web.Problem.Violation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks a token as somebody entered it; so strict that every station can be told about it. */
final class TokenRules {

    private static final int MAX_ID = 255;
    private static final int MAX_TYPE = 20;

    /** A group is sent to stations of both versions, and 2.0.1 allows no more. */
    private static final int MAX_GROUP = 36;

    private static final String NO_AUTHORIZATION = "NoAuthorization";

    private final TokenDocument entered;
    private final AllowanceRules rules = new AllowanceRules();

    private TokenRules(TokenDocument entered) {
        this.entered = entered;
    }

    /** What is wrong; empty when the token can be stored. */
    static List<Violation> violations(TokenDocument entered) {
        return new TokenRules(entered).check();
    }

    /** The token of a document without violations. */
    static Token token(TokenDocument entered) {
        GroupIdToken group = entered.groupIdToken();
        return new Token(
                required(entered.idToken()),
                required(entered.type()),
                TokenStatus.entered(entered.status()).orElseThrow(),
                new Token.Validity(
                        entered.validFrom(),
                        entered.validUntil(),
                        Boolean.TRUE.equals(entered.singleUse()),
                        hours(entered.allowedHours())),
                group == null ? null : new Token.Group(required(group.idToken()), groupType(group)),
                entered.language1(),
                entered.language2(),
                entered.chargingPriority(),
                Boolean.TRUE.equals(entered.concurrentTransactions()),
                entered.allowedAt());
    }

    private static @Nullable WeeklyHours hours(@Nullable HoursDocument entered) {
        return entered == null ? null : entered.hours().orElseThrow();
    }

    private static String required(@Nullable String text) {
        if (text == null) {
            throw new IllegalArgumentException("the document was not checked");
        }
        return text;
    }

    private List<Violation> check() {
        rules.text("idToken", entered.idToken(), MAX_ID);
        rules.text("type", entered.type(), MAX_TYPE);
        rules.require(
                !NO_AUTHORIZATION.equals(entered.type()),
                "type",
                "NoAuthorization is accepted without a token"); // C02.FR.02
        rules.check(
                entered.status(),
                entered.chargingPriority(),
                entered.allowedAt(),
                entered.allowedHours());
        Instant from = entered.validFrom();
        Instant until = entered.validUntil();
        rules.require(
                from == null || until == null || from.isBefore(until),
                "validUntil",
                "must be after validFrom");
        checkGroup(entered.groupIdToken());
        checkLanguages(entered.language1(), entered.language2());
        rules.require(
                !Boolean.TRUE.equals(entered.singleUse())
                        || TokenDocument.CENTRAL.equals(entered.type()),
                "singleUse",
                "is for tokens of type Central");
        return rules.violations();
    }

    private void checkGroup(@Nullable GroupIdToken group) {
        if (group != null) {
            rules.text("groupIdToken.idToken", group.idToken(), MAX_GROUP);
            rules.require(
                    groupType(group).equals(TokenDocument.CENTRAL),
                    "groupIdToken.type",
                    "is always Central"); // C09.FR.13
        }
    }

    private static String groupType(GroupIdToken group) {
        String type = group.type();
        return type == null ? TokenDocument.CENTRAL : type;
    }

    private void checkLanguages(@Nullable String language1, @Nullable String language2) {
        checkLanguage("language1", language1);
        checkLanguage("language2", language2);
        if (language2 != null) {
            rules.require(language1 != null, "language2", "needs language1"); // C01.FR.10
            rules.require(
                    !language2.equals(language1), "language2", "equals language1"); // C01.FR.11
        }
    }

    private void checkLanguage(String field, @Nullable String language) {
        rules.require(
                language == null || LanguageTag.isOne(language),
                field,
                "is no language tag of at most 8 characters, such as en-US"); // C01.FR.17
    }
}
