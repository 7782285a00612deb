/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.authorization;

import io.ohmnibus.auth.decision.Decision;
import io.ohmnibus.auth.decision.Decisions;
import io.ohmnibus.auth.decision.WrongTokens;
import io.ohmnibus.auth.external.ExternalAuthorizer;
import io.ohmnibus.auth.policy.AuthorizationPolicies;
import io.ohmnibus.auth.policy.AuthorizationPolicy;
import io.ohmnibus.auth.security.OwnSecurityEventsUnderTest;
import io.ohmnibus.auth.token.FakeTokens;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** All that decides about tokens, in memory. */
final class Judging {

    private static final Clock CLOCK = Clock.fixed(ClaimsContract.NOW, ZoneOffset.UTC);

    final FakeTokens tokens = new FakeTokens();
    final FakeClaims claims = new FakeClaims();

    /** The policy of every tenant. */
    AuthorizationPolicy policy = AuthorizationPolicy.NONE;

    /** What the external authorizer was asked, and what it says. */
    final List<ExternalAuthorizer.Question> asked = new ArrayList<>();

    ExternalAuthorizer.Answer answer = new ExternalAuthorizer.Answer.Failed("not set");

    /** The decision log, oldest first. */
    final List<Decision> decided = new ArrayList<>();

    final Map<WrongTokens.Place, Integer> wrong = new HashMap<>();
    int mostWrong = 3;

    final TokenJudge judge = new TokenJudge(tokens, CLOCK);
    final Presentation presentation =
            new Presentation(
                    new AuthorizationPolicies() {
                        @Override
                        public Mono<AuthorizationPolicy> of(String tenant) {
                            return Mono.fromSupplier(() -> policy);
                        }

                        @Override
                        public Mono<Void> put(String tenant, AuthorizationPolicy to, String by) {
                            return Mono.fromRunnable(() -> policy = to);
                        }
                    },
                    (external, question) ->
                            Mono.fromSupplier(() -> {
                                asked.add(question);
                                return answer;
                            }),
                    tokens);
    final DecisionLog log =
            new DecisionLog(
                    new Decisions() {
                        @Override
                        public Mono<Void> add(List<Decision> decisions) {
                            return Mono.fromRunnable(() -> decided.addAll(decisions));
                        }

                        @Override
                        public Mono<Page<Decision>> list(
                                String tenant, Filter filter, PageRequest page) {
                            return Mono.error(new UnsupportedOperationException());
                        }
                    },
                    CLOCK);

    AuthorizeHandler authorize() {
        return new AuthorizeHandler(presentation, judge, claims, guesses(), log);
    }

    AuthorizeTransactionHandler authorizeTransaction() {
        return new AuthorizeTransactionHandler(presentation, judge, tokens, claims, log);
    }

    /** The reasons that were logged, oldest first. */
    List<String> reasons() {
        return decided.stream().map(Decision::reason).toList();
    }

    private Guesses guesses() {
        return new Guesses(
                new WrongTokens() {
                    @Override
                    public Mono<Set<Place>> locked(Collection<Place> places) {
                        return Mono.fromSupplier(() -> where(places, mostWrong));
                    }

                    @Override
                    public Mono<Set<Place>> count(Collection<Place> places) {
                        return Mono.fromSupplier(() -> {
                            places.forEach(place -> wrong.merge(place, 1, Integer::sum));
                            return Set.of();
                        });
                    }

                    private Set<Place> where(Collection<Place> places, int most) {
                        return places.stream()
                                .filter(place -> wrong.getOrDefault(place, 0) >= most)
                                .collect(Collectors.toSet());
                    }
                },
                OwnSecurityEventsUnderTest.nowhere());
    }
}
