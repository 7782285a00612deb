/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.authorization;

import io.ohmnibus.auth.authorization.Authorization.Verdict;
import io.ohmnibus.auth.authorization.AuthorizeTransactionHandler.Asked;
import io.ohmnibus.auth.authorization.Claims.Result;
import io.ohmnibus.auth.authorization.Claims.Result.Granted;
import io.ohmnibus.auth.authorization.Claims.Result.HeldBy;
import io.ohmnibus.auth.authorization.Claims.Result.OtherToken;
import io.ohmnibus.auth.authorization.Claims.Running;
import io.ohmnibus.auth.authorization.Claims.Wish;
import io.ohmnibus.auth.authorization.DecisionLog.Decided;
import io.ohmnibus.auth.authorization.TokenJudge.Judgement;
import io.ohmnibus.auth.decision.Reason;
import io.ohmnibus.auth.external.ExternalAuthorizer.Purpose;
import io.ohmnibus.auth.external.ExternalAuthorizer.Question;
import io.ohmnibus.auth.token.Token;
import io.ohmnibus.auth.token.TokenKey;
import io.ohmnibus.auth.token.Tokens;
import io.ohmnibus.contracts.auth.AuthorizeTransaction;
import io.ohmnibus.contracts.auth.TokenClaim;
import io.ohmnibus.contracts.auth.TransactionAuthorization;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.query.BatchQueryHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Tells transaction-service whether a token may charge in a transaction, and claims the token for
 * it (E01.FR.11, E05.FR.01).
 */
@Component
final class AuthorizeTransactionHandler
        implements BatchQueryHandler<AuthorizeTransaction, TransactionAuthorization, Asked> {

    private final Presentation presentation;
    private final TokenJudge judge;
    private final Tokens tokens;
    private final Claims claims;
    private final DecisionLog log;

    AuthorizeTransactionHandler(
            Presentation presentation,
            TokenJudge judge,
            Tokens tokens,
            Claims claims,
            DecisionLog log) {
        this.presentation = presentation;
        this.judge = judge;
        this.tokens = tokens;
        this.claims = claims;
        this.log = log;
    }

    /** What is asked about the token of a transaction. */
    record Asked(Presented presented, AuthorizeTransaction query) {}

    @Override
    public Mono<Asked> read(StationKey station, AuthorizeTransaction query) {
        return presentation
                .of(
                        new Question(
                                station,
                                query.evseId(),
                                query.idToken(),
                                query.purpose() == AuthorizeTransaction.Purpose.STOP
                                        ? Purpose.Stop
                                        : Purpose.Charge,
                                query.transactionId()))
                .map(presented -> new Asked(presented, query));
    }

    @Override
    public Mono<List<TransactionAuthorization>> answerAll(List<Asked> questions) {
        return dropEnded(questions)
                .then(judge.judge(questions.stream().map(Asked::presented).toList()))
                .flatMap(judgements -> claim(questions, judgements))
                .delayUntil(answers -> log.add(answers.stream().map(Answer::decided).toList()))
                .map(answers -> answers.stream().map(Answer::authorization).toList());
    }

    /** A decision, and the transaction that is in its way. */
    private record Answer(Decided decided, @Nullable TokenClaim heldBy) {

        TransactionAuthorization authorization() {
            return new TransactionAuthorization(decided.verdict().info(), heldBy);
        }
    }

    private Mono<Void> dropEnded(List<Asked> questions) {
        List<Running> ended = new ArrayList<>();
        for (Asked question : questions) {
            TokenClaim claim = question.query().ended();
            if (claim != null) {
                String tenant = question.presented().station().tenant();
                ended.add(
                        new Running(
                                new StationKey(tenant, claim.stationId()), claim.transactionId()));
            }
        }
        return claims.release(ended);
    }

    private Mono<List<Answer>> claim(List<Asked> questions, List<Judgement> judgements) {
        List<Answer> answers = new ArrayList<>(questions.size());
        List<Integer> places = new ArrayList<>();
        List<Wish> wishes = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            Presented presented = questions.get(i).presented();
            Judgement judgement = judgements.get(i);
            answers.add(new Answer(new Decided(presented, judgement.verdict(), null), null));
            if (isToBeClaimed(presented, judgement)) {
                places.add(i);
                wishes.add(wish(questions.get(i), judgement));
            }
        }
        return claims.claim(wishes)
                .flatMap(results ->
                        firstTokens(results)
                                .map(firsts -> {
                                    for (int i = 0; i < results.size(); i++) {
                                        int place = places.get(i);
                                        answers.set(
                                                place,
                                                answer(
                                                        answers.get(place).decided(),
                                                        results.get(i),
                                                        firsts));
                                    }
                                    return answers;
                                }));
    }

    private static boolean isToBeClaimed(Presented presented, Judgement judgement) {
        return presented.asked().purpose() == Purpose.Charge
                && judgement.isAccepted()
                && !Authorization.needsNoToken(presented.idToken());
    }

    private Wish wish(Asked question, Judgement judgement) {
        return new Wish(
                question.presented().station(),
                question.query().transactionId(),
                judgement.token(),
                judgement.exclusive(),
                judge.now());
    }

    /** The tokens with which transactions were authorized before another one was presented. */
    private Mono<Map<TokenKey, Token>> firstTokens(List<Result> results) {
        List<TokenKey> firsts =
                results.stream()
                        .filter(OtherToken.class::isInstance)
                        .map(result -> ((OtherToken) result).token())
                        .distinct()
                        .toList();
        return firsts.isEmpty() ? Mono.just(Map.of()) : tokens.find(firsts);
    }

    private static Answer answer(Decided decided, Result result, Map<TokenKey, Token> firsts) {
        Presented presented = decided.presented();
        Verdict verdict = decided.verdict();
        return switch (result) {
            case Granted _ -> new Answer(decided, null);
            case HeldBy(var other) ->
                    new Answer(
                            new Decided(
                                    presented,
                                    verdict.with(
                                            AuthorizationStatusEnum.CONCURRENT_TX,
                                            Reason.ConcurrentTransaction),
                                    other.stationId()),
                            other);
            case OtherToken(var first) ->
                    new Answer(
                            new Decided(presented, second(verdict, firsts.get(first)), null), null);
        };
    }

    /** A transaction has one token; another one is taken only from the same group (C01.FR.24). */
    private static Verdict second(Verdict verdict, @Nullable Token first) {
        IdToken group = verdict.info().groupIdToken();
        return group != null && first != null && isSameGroup(group, first)
                ? verdict
                : verdict.with(AuthorizationStatusEnum.NOT_AT_THIS_TIME, Reason.OtherToken);
    }

    private static boolean isSameGroup(IdToken group, Token other) {
        Token.Group otherGroup = other.group();
        return otherGroup != null
                && TokenKey.of("", group)
                        .equals(TokenKey.of("", otherGroup.type(), otherGroup.idToken()));
    }
}
