/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.auth.policy.AuthorizationPolicy;
import io.ohmnibus.auth.token.FakeTokens;
import io.ohmnibus.auth.token.Token;
import io.ohmnibus.auth.token.Token.Group;
import io.ohmnibus.auth.token.Token.Validity;
import io.ohmnibus.auth.token.TokenKey;
import io.ohmnibus.contracts.auth.AuthorizeTransaction;
import io.ohmnibus.contracts.auth.AuthorizeTransaction.Purpose;
import io.ohmnibus.contracts.auth.TokenClaim;
import io.ohmnibus.contracts.auth.TransactionAuthorization;
import io.ohmnibus.contracts.transaction.TransactionAbandoned;
import io.ohmnibus.contracts.transaction.TransactionEnded;
import io.ohmnibus.contracts.transaction.TransactionResumed;
import io.ohmnibus.contracts.transaction.UsedToken;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.platform.event.EventMeta;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.Requirement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class AuthorizeTransactionHandlerTest {

    private static final Instant NOW = ClaimsContract.NOW;

    private final Judging judging = new Judging();
    private final FakeTokens tokens = judging.tokens;
    private final FakeClaims claims = judging.claims;
    private final AuthorizeTransactionHandler handler = judging.authorizeTransaction();

    private static Token token(String id, @Nullable Group group, boolean concurrent) {
        return new Token(
                id,
                "ISO14443",
                AuthorizationStatusEnum.ACCEPTED,
                Validity.ALWAYS,
                group,
                null,
                null,
                null,
                concurrent,
                null);
    }

    @BeforeEach
    void enterTokens() {
        Group family = new Group("FAMILY", "Central");
        tokens.save(
                        "default",
                        List.of(
                                token("A", null, false),
                                token("FLEET", null, true),
                                token("MUM", family, false),
                                token("DAD", new Group("family", "Central"), false)))
                .block();
    }

    private TransactionAuthorization ask(
            String station, String transaction, String token, Purpose purpose) {
        return ask(station, transaction, token, purpose, null);
    }

    private TransactionAuthorization ask(
            String station,
            String transaction,
            String token,
            Purpose purpose,
            @Nullable TokenClaim ended) {
        IdToken presented =
                new IdToken(null, token, token.isEmpty() ? "NoAuthorization" : "ISO14443", null);
        TransactionAuthorization answer =
                handler.answer(
                                new StationKey("default", station),
                                new AuthorizeTransaction(
                                        transaction, presented, null, purpose, ended))
                        .block();
        assertThat(answer).isNotNull();
        return answer;
    }

    private AuthorizationStatusEnum charge(String station, String transaction, String token) {
        return ask(station, transaction, token, Purpose.CHARGE).idTokenInfo().status();
    }

    @Test
    @Requirement({"E01.FR.11", "E05.FR.01", "C12.FR.03"})
    void acceptsAKnownTokenForATransactionAgainAndAgain() {
        assertThat(charge("CS-1", "tx-1", "A")).isEqualTo(AuthorizationStatusEnum.ACCEPTED);
        assertThat(charge("CS-1", "tx-1", "a")).isEqualTo(AuthorizationStatusEnum.ACCEPTED);
        assertThat(charge("CS-1", "tx-1", "B")).isEqualTo(AuthorizationStatusEnum.UNKNOWN);
    }

    @Test
    void lendsATokenToOneTransactionAtATime() {
        charge("CS-1", "tx-1", "A");

        TransactionAuthorization second = ask("CS-2", "tx-2", "A", Purpose.CHARGE);

        assertThat(second.idTokenInfo().status()).isEqualTo(AuthorizationStatusEnum.CONCURRENT_TX);
        assertThat(second.heldBy()).isEqualTo(new TokenClaim("CS-1", "tx-1", NOW));
    }

    @Test
    void lendsATokenAgainWhenTheTransactionHasEnded() {
        charge("CS-1", "tx-1", "A");
        new ReleaseToken(claims)
                .on(
                        new EventMeta("event", new StationKey("default", "CS-1"), NOW),
                        new TransactionEnded(
                                "tx-1", null, NOW, NOW, null, null, null, "Local", null, false))
                .block();

        assertThat(charge("CS-2", "tx-2", "A")).isEqualTo(AuthorizationStatusEnum.ACCEPTED);
    }

    @Test
    void lendsATokenAgainWhenTheEndIsNoLongerExpected() {
        charge("CS-1", "tx-1", "A");
        new ReleaseAbandoned(claims)
                .on(
                        new EventMeta("event", new StationKey("default", "CS-1"), NOW),
                        new TransactionAbandoned("tx-1", 1, "tx-2", NOW))
                .block();

        assertThat(charge("CS-2", "tx-3", "A")).isEqualTo(AuthorizationStatusEnum.ACCEPTED);
    }

    @Test
    void lendsATokenAgainToATransactionThatGoesOnAfterAll() {
        charge("CS-1", "tx-1", "A");
        claims.release(new StationKey("default", "CS-1"), "tx-1").block();
        goesOn("CS-1", "tx-1", "a");
        assertThat(charge("CS-2", "tx-2", "A")).isEqualTo(AuthorizationStatusEnum.CONCURRENT_TX);

        charge("CS-1", "tx-3", "MUM");
        claims.release(new StationKey("default", "CS-1"), "tx-3").block();
        charge("CS-2", "tx-4", "MUM"); // somebody else has it by now
        goesOn("CS-1", "tx-3", "MUM");
        goesOn("CS-1", "tx-5", "nobody knows it");
        goesOn("CS-1", "tx-6", null);
        assertThat(claims.of(TokenKey.of("default", "ISO14443", "MUM")).collectList().block())
                .extracting(TokenClaim::transactionId)
                .containsExactly("tx-4");
    }

    private void goesOn(String station, String transaction, @Nullable String token) {
        new ReclaimResumed(claims, tokens, Clock.fixed(NOW, ZoneOffset.UTC))
                .on(
                        new EventMeta("event", new StationKey("default", station), NOW),
                        new TransactionResumed(
                                transaction,
                                NOW,
                                1,
                                1,
                                token == null ? null : new UsedToken(token, "ISO14443")))
                .block();
    }

    @Test
    void dropsTheClaimOfATransactionThatIsSaidToHaveEnded() {
        charge("CS-1", "tx-1", "A");

        assertThat(
                        ask(
                                        "CS-2",
                                        "tx-2",
                                        "A",
                                        Purpose.CHARGE,
                                        new TokenClaim("CS-1", "tx-1", NOW))
                                .idTokenInfo()
                                .status())
                .isEqualTo(AuthorizationStatusEnum.ACCEPTED);
    }

    @Test
    void lendsATokenThatMayToSeveralTransactions() {
        assertThat(charge("CS-1", "tx-1", "FLEET")).isEqualTo(AuthorizationStatusEnum.ACCEPTED);
        assertThat(charge("CS-2", "tx-2", "FLEET")).isEqualTo(AuthorizationStatusEnum.ACCEPTED);
    }

    @Test
    @Requirement("E07.FR.02")
    void claimsNothingForATokenThatStops() {
        assertThat(ask("CS-1", "tx-1", "A", Purpose.STOP).idTokenInfo().status())
                .isEqualTo(AuthorizationStatusEnum.ACCEPTED);
        assertThat(charge("CS-2", "tx-2", "A")).isEqualTo(AuthorizationStatusEnum.ACCEPTED);
    }

    @Test
    @Requirement("C01.FR.24")
    void takesNoSecondTokenForATransaction() {
        charge("CS-1", "tx-1", "A");

        assertThat(charge("CS-1", "tx-1", "FLEET"))
                .isEqualTo(AuthorizationStatusEnum.NOT_AT_THIS_TIME);
    }

    @Test
    @Requirement("C09.FR.12")
    void takesASecondTokenOfTheSameGroup() {
        charge("CS-1", "tx-1", "MUM");

        assertThat(charge("CS-1", "tx-1", "DAD")).isEqualTo(AuthorizationStatusEnum.ACCEPTED);
    }

    @Test
    @Requirement("C02.FR.02")
    void acceptsThatThereIsNoAuthorizationAnyNumberOfTimes() {
        assertThat(charge("CS-1", "tx-1", "")).isEqualTo(AuthorizationStatusEnum.ACCEPTED);
        assertThat(charge("CS-2", "tx-2", "")).isEqualTo(AuthorizationStatusEnum.ACCEPTED);
    }

    @Test
    @Requirement({"C12.FR.09", "C16.FR.03"})
    void aMasterPassStopsTransactionsAndStartsNone() {
        judging.policy = new AuthorizationPolicy(null, "FAMILY", null);

        assertThat(charge("CS-1", "tx-1", "MUM")).isEqualTo(AuthorizationStatusEnum.INVALID);
        assertThat(ask("CS-1", "tx-1", "MUM", Purpose.STOP).idTokenInfo().status())
                .isEqualTo(AuthorizationStatusEnum.ACCEPTED);
        assertThat(judging.reasons()).containsExactly("MasterPass", "Known");
    }

    @Test
    @Requirement({"C12.FR.09", "C16.FR.03"})
    void aGroupMayBeAMasterPassWithoutThePolicy() {
        Group police = new Group("POLICE", "Central", null, true);
        tokens.save("default", List.of(token("OFFICER", police, false))).block();

        assertThat(charge("CS-1", "tx-1", "OFFICER")).isEqualTo(AuthorizationStatusEnum.INVALID);
        assertThat(ask("CS-1", "tx-1", "OFFICER", Purpose.STOP).idTokenInfo().status())
                .isEqualTo(AuthorizationStatusEnum.ACCEPTED);
        assertThat(judging.reasons()).containsExactly("MasterPass", "Known");
    }

    @Test
    void answersManyTogetherAsEachAlone() {
        List<AuthorizeTransactionHandler.Asked> questions =
                List.of(
                        asked("CS-1", "tx-1", "A"),
                        asked("CS-2", "tx-2", "A"),
                        asked("CS-3", "tx-3", "B"),
                        asked("CS-4", "tx-4", "FLEET"));

        assertThat(handler.answerAll(questions).block())
                .extracting(answer -> answer.idTokenInfo().status())
                .containsExactly(
                        AuthorizationStatusEnum.ACCEPTED,
                        AuthorizationStatusEnum.CONCURRENT_TX,
                        AuthorizationStatusEnum.UNKNOWN,
                        AuthorizationStatusEnum.ACCEPTED);
        assertThat(judging.reasons())
                .containsExactly("Known", "ConcurrentTransaction", "Unknown", "Known");
        assertThat(judging.decided.get(1).detail()).isEqualTo("CS-1");
    }

    private AuthorizeTransactionHandler.Asked asked(String station, String tx, String token) {
        return Objects.requireNonNull(
                handler.read(
                                new StationKey("default", station),
                                new AuthorizeTransaction(
                                        tx,
                                        new IdToken(null, token, "ISO14443", null),
                                        1,
                                        Purpose.CHARGE,
                                        null))
                        .block());
    }
}
