/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.lifecycle;

import static io.ohmnibus.transaction.lifecycle.Given.START;
import static io.ohmnibus.transaction.lifecycle.Given.TOKEN;
import static io.ohmnibus.transaction.lifecycle.Given.TRANSACTION;
import static io.ohmnibus.transaction.lifecycle.Given.ended;
import static io.ohmnibus.transaction.lifecycle.Given.inHand;
import static io.ohmnibus.transaction.lifecycle.Given.started;
import static io.ohmnibus.transaction.lifecycle.Given.station;
import static io.ohmnibus.transaction.lifecycle.Given.updated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.contracts.auth.AuthorizeTransaction;
import io.ohmnibus.contracts.auth.AuthorizeTransaction.Purpose;
import io.ohmnibus.contracts.auth.TokenClaim;
import io.ohmnibus.contracts.auth.TransactionAuthorization;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.IdTokenInfo;
import io.ohmnibus.ocpp.type.TriggerReasonEnum;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.query.Queries;
import io.ohmnibus.platform.query.QueryFailed;
import io.ohmnibus.platform.test.Requirement;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

final class AuthorizeIdTokenTest {

    private static final IdToken GROUP = new IdToken(null, "FAMILY", "Central", null);
    private static final TransactionAuthorization ACCEPTED =
            said(AuthorizationStatusEnum.ACCEPTED, null);

    /** Answers as told, and remembers the questions. */
    private static final class FakeQueries implements Queries {

        private final List<AuthorizeTransaction> asked = new ArrayList<>();
        private Function<AuthorizeTransaction, Mono<TransactionAuthorization>> answer =
                _ -> Mono.just(ACCEPTED);

        @Override
        public <A> Mono<A> ask(
                Service owner, StationKey station, Object query, Class<A> type, Duration limit) {
            assertThat(owner).isEqualTo(Service.AUTH);
            AuthorizeTransaction question = (AuthorizeTransaction) query;
            asked.add(question);
            return answer.apply(question).map(type::cast);
        }
    }

    private final FakeQueries queries = new FakeQueries();
    private final FakeTransactions transactions = new FakeTransactions();
    private final AuthorizeIdToken step =
            new AuthorizeIdToken(queries, transactions, Clock.fixed(START, ZoneOffset.UTC));

    private static TransactionAuthorization said(
            AuthorizationStatusEnum status, @Nullable TokenClaim heldBy) {
        return new TransactionAuthorization(
                new IdTokenInfo(status, null, null, GROUP, null, null, null, null, null), heldBy);
    }

    private @Nullable AuthorizationStatusEnum statusFor(Given event) {
        EventInHand inHand = inHand(station("CS-1"), event);
        step.prepare(inHand).block();
        step.apply(List.of(inHand)).block();
        IdTokenInfo info = inHand.answer().idTokenInfo();
        return info == null ? null : info.status();
    }

    private void known(String stationId, String transactionId, Given... events) {
        List<ReceivedEvent> received = new ArrayList<>();
        for (Given event : events) {
            received.add(event.received());
        }
        transactions
                .add(
                        Map.of(
                                new TransactionKey("default", stationId, transactionId),
                                TransactionState.of(received)))
                .block();
    }

    @Test
    void addsNothingToAnEventWithoutToken() {
        assertThat(statusFor(updated(1))).isNull();
        assertThat(queries.asked).isEmpty();
    }

    @Test
    @Requirement({"E01.FR.11", "E01.FR.12", "E02.FR.02", "E02.FR.04", "E03.FR.02", "E05.FR.01"})
    void judgesTheTokenOfAnEvent() {
        queries.answer = _ -> Mono.just(said(AuthorizationStatusEnum.BLOCKED, null));

        assertThat(statusFor(started(0).token(TOKEN).evse(3, 1)))
                .isEqualTo(AuthorizationStatusEnum.BLOCKED);
        assertThat(queries.asked)
                .containsExactly(
                        new AuthorizeTransaction(TRANSACTION, TOKEN, 3, Purpose.CHARGE, null));
    }

    @Test
    @Requirement("C09.FR.12")
    void tellsAndKeepsTheGroup() {
        assertThat(statusFor(started(0).token(TOKEN))).isEqualTo(AuthorizationStatusEnum.ACCEPTED);
        assertThat(transactions.told().values())
                .singleElement()
                .extracting(IdTokenInfo::groupIdToken)
                .isEqualTo(GROUP);
    }

    @Test
    void failsWhenNobodyAnswers() {
        queries.answer = _ -> Mono.error(new QueryFailed("too late"));

        assertThatThrownBy(() -> statusFor(started(0).token(TOKEN)))
                .isInstanceOf(QueryFailed.class);
        assertThat(transactions.told()).isEmpty();
    }

    @Test
    void acceptsNoTokenThatNobodyJudged() {
        assertThatThrownBy(() ->
                        step.apply(List.of(inHand(station("CS-1"), started(0).token(TOKEN))))
                                .block())
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    @Requirement("E07.FR.02")
    void claimsNothingForATokenThatStops() {
        statusFor(ended(5).token(TOKEN));
        statusFor(updated(4).because(TriggerReasonEnum.STOP_AUTHORIZED).token(TOKEN));

        assertThat(queries.asked)
                .extracting(AuthorizeTransaction::purpose)
                .containsExactly(Purpose.STOP, Purpose.STOP);
    }

    @Test
    void claimsNothingForATransactionThatIsOver() { // F32: Started comes after Ended
        known("CS-1", TRANSACTION, ended(2));

        statusFor(started(0).token(TOKEN));

        assertThat(queries.asked)
                .extracting(AuthorizeTransaction::purpose)
                .containsExactly(Purpose.STOP);
    }

    @Test
    void tellsOfAnotherTransactionThatRuns() {
        TokenClaim holder = new TokenClaim("CS-2", "tx-9", START);
        known("CS-2", "tx-9", started(0));
        queries.answer = _ -> Mono.just(said(AuthorizationStatusEnum.CONCURRENT_TX, holder));

        assertThat(statusFor(started(0).token(TOKEN)))
                .isEqualTo(AuthorizationStatusEnum.CONCURRENT_TX);
        assertThat(queries.asked).hasSize(1);
    }

    @Test
    void asksAgainWhenTheOtherTransactionHasEnded() {
        TokenClaim holder = new TokenClaim("CS-2", "tx-9", START);
        known("CS-2", "tx-9", started(0), ended(1));
        queries.answer =
                question ->
                        Mono.just(
                                holder.equals(question.ended())
                                        ? ACCEPTED
                                        : said(AuthorizationStatusEnum.CONCURRENT_TX, holder));

        assertThat(statusFor(started(0).token(TOKEN))).isEqualTo(AuthorizationStatusEnum.ACCEPTED);
        assertThat(queries.asked).hasSize(2);
    }

    @Test
    void asksAgainWhenTheOtherTransactionWasAtTheSameEvseBefore() {
        TokenClaim holder = new TokenClaim("CS-1", "tx-0", START);
        known("CS-1", "tx-0", started(0).evse(1, 1));
        queries.answer =
                question ->
                        Mono.just(
                                holder.equals(question.ended())
                                        ? ACCEPTED
                                        : said(AuthorizationStatusEnum.CONCURRENT_TX, holder));

        assertThat(statusFor(started(5).evse(2, 1).token(TOKEN)))
                .isEqualTo(AuthorizationStatusEnum.CONCURRENT_TX);
        assertThat(statusFor(started(6).evse(1, 1).token(TOKEN)))
                .isEqualTo(AuthorizationStatusEnum.ACCEPTED);
    }

    @Test
    void believesAnUnknownTransactionForAQuarterOfAnHourOnly() {
        queries.answer =
                question ->
                        Mono.just(
                                question.ended() != null
                                        ? ACCEPTED
                                        : said(
                                                AuthorizationStatusEnum.CONCURRENT_TX,
                                                new TokenClaim(
                                                        "CS-2",
                                                        "tx-9",
                                                        START.minus(
                                                                Duration.ofMinutes(
                                                                        queries.asked.size() == 1
                                                                                ? 10
                                                                                : 20)))));

        assertThat(statusFor(started(0).token(TOKEN)))
                .isEqualTo(AuthorizationStatusEnum.CONCURRENT_TX);
        assertThat(statusFor(started(1).token(TOKEN))).isEqualTo(AuthorizationStatusEnum.ACCEPTED);
    }
}
