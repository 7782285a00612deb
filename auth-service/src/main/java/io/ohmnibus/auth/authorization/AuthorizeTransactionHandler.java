/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.authorization;

import io.ohmnibus.auth.authorization.AuthorizeTransactionHandler.Question;
import io.ohmnibus.auth.authorization.Claims.Result;
import io.ohmnibus.auth.authorization.Claims.Result.Granted;
import io.ohmnibus.auth.authorization.Claims.Result.HeldBy;
import io.ohmnibus.auth.authorization.Claims.Result.OtherToken;
import io.ohmnibus.auth.authorization.Claims.Running;
import io.ohmnibus.auth.authorization.Claims.Wish;
import io.ohmnibus.auth.authorization.TokenJudge.Judgement;
import io.ohmnibus.auth.authorization.TokenJudge.Presented;
import io.ohmnibus.auth.token.Token;
import io.ohmnibus.auth.token.TokenKey;
import io.ohmnibus.auth.token.Tokens;
import io.ohmnibus.contracts.auth.AuthorizeTransaction;
import io.ohmnibus.contracts.auth.AuthorizeTransaction.Purpose;
import io.ohmnibus.contracts.auth.TokenClaim;
import io.ohmnibus.contracts.auth.TransactionAuthorization;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.IdTokenInfo;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.query.BatchQueryHandler;
import java.time.Clock;
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
        implements BatchQueryHandler<AuthorizeTransaction, TransactionAuthorization, Question> {

    private final TokenJudge judge;
    private final Tokens tokens;
    private final Claims claims;
    private final Clock clock;

    AuthorizeTransactionHandler(TokenJudge judge, Tokens tokens, Claims claims, Clock clock) {
        this.judge = judge;
        this.tokens = tokens;
        this.claims = claims;
        this.clock = clock;
    }

    /** What is asked about the token of a transaction of a station. */
    record Question(StationKey station, AuthorizeTransaction asked) {

        Presented presented() {
            return new Presented(station, asked.idToken(), asked.evseId());
        }
    }

    @Override
    public Mono<Question> read(StationKey station, AuthorizeTransaction query) {
        return Mono.just(new Question(station, query));
    }

    @Override
    public Mono<List<TransactionAuthorization>> answerAll(List<Question> questions) {
        return dropEnded(questions)
                .then(judge.judge(questions.stream().map(Question::presented).toList()))
                .flatMap(judgements -> claim(questions, judgements));
    }

    private Mono<Void> dropEnded(List<Question> questions) {
        List<Running> ended = new ArrayList<>();
        for (Question question : questions) {
            TokenClaim claim = question.asked().ended();
            if (claim != null) {
                StationKey station = new StationKey(question.station().tenant(), claim.stationId());
                ended.add(new Running(station, claim.transactionId()));
            }
        }
        return claims.release(ended);
    }

    private Mono<List<TransactionAuthorization>> claim(
            List<Question> questions, List<Judgement> judgements) {
        List<TransactionAuthorization> answers =
                new ArrayList<>(
                        judgements.stream()
                                .map(Judgement::info)
                                .map(AuthorizeTransactionHandler::answer)
                                .toList());
        List<Integer> places = new ArrayList<>();
        List<Wish> wishes = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            if (isToBeClaimed(questions.get(i), judgements.get(i))) {
                places.add(i);
                wishes.add(wish(questions.get(i), judgements.get(i)));
            }
        }
        return claims.claim(wishes)
                .flatMap(results ->
                        firstTokens(results)
                                .map(firsts -> {
                                    for (int i = 0; i < results.size(); i++) {
                                        int place = places.get(i);
                                        IdTokenInfo info = judgements.get(place).info();
                                        answers.set(place, answer(info, results.get(i), firsts));
                                    }
                                    return answers;
                                }));
    }

    private static boolean isToBeClaimed(Question question, Judgement judgement) {
        return question.asked().purpose() == Purpose.CHARGE
                && judgement.isAccepted()
                && !Authorization.needsNoToken(question.asked().idToken());
    }

    private Wish wish(Question question, Judgement judgement) {
        return new Wish(
                question.station(),
                question.asked().transactionId(),
                judgement.token(),
                judgement.exclusive(),
                clock.instant());
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

    private static TransactionAuthorization answer(
            IdTokenInfo info, Result result, Map<TokenKey, Token> firsts) {
        return switch (result) {
            case Granted _ -> answer(info);
            case HeldBy(var other) ->
                    new TransactionAuthorization(
                            Authorization.withStatus(info, AuthorizationStatusEnum.CONCURRENT_TX),
                            other);
            case OtherToken(var first) -> answer(second(info, firsts.get(first)));
        };
    }

    /** A transaction has one token; another one is taken only from the same group (C01.FR.24). */
    private static IdTokenInfo second(IdTokenInfo info, @Nullable Token first) {
        IdToken group = info.groupIdToken();
        return group != null && first != null && isSameGroup(group, first)
                ? info
                : Authorization.withStatus(info, AuthorizationStatusEnum.NOT_AT_THIS_TIME);
    }

    private static boolean isSameGroup(IdToken group, Token other) {
        Token.Group otherGroup = other.group();
        return otherGroup != null
                && TokenKey.of("", group)
                        .equals(TokenKey.of("", otherGroup.type(), otherGroup.idToken()));
    }

    private static TransactionAuthorization answer(IdTokenInfo info) {
        return new TransactionAuthorization(info, null);
    }
}
