/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.authorization;

import io.ohmnibus.auth.authorization.Presented.Asked;
import io.ohmnibus.auth.external.ExternalAuthorizer;
import io.ohmnibus.auth.external.ExternalAuthorizer.Question;
import io.ohmnibus.auth.policy.AuthorizationPolicies;
import io.ohmnibus.auth.policy.AuthorizationPolicy;
import io.ohmnibus.auth.policy.AuthorizationPolicy.Ask;
import io.ohmnibus.auth.policy.AuthorizationPolicy.External;
import io.ohmnibus.auth.token.TokenKey;
import io.ohmnibus.auth.token.Tokens;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gets together what tokens are judged by, before any transaction opens. */
@Component
class Presentation {

    private final AuthorizationPolicies policies;
    private final ExternalAuthorizer authorizer;
    private final Tokens tokens;

    Presentation(AuthorizationPolicies policies, ExternalAuthorizer authorizer, Tokens tokens) {
        this.policies = policies;
        this.authorizer = authorizer;
        this.tokens = tokens;
    }

    /** The policy of the tenant, and where that says so the word of somebody else. */
    Mono<Presented> of(Question question) {
        return policies.of(question.station().tenant())
                .flatMap(policy -> {
                    Presented alone = presented(question, policy);
                    External external = policy.external();
                    return external == null || !alone.canBeKnown()
                            ? Mono.just(alone)
                            : ask(question, alone, external);
                });
    }

    private static Presented presented(Question question, AuthorizationPolicy policy) {
        return new Presented(
                question.station(),
                question.idToken(),
                question.evseId(),
                question.transactionId(),
                new Asked(question.purpose(), policy, null));
    }

    private Mono<Presented> ask(Question question, Presented alone, External external) {
        TokenKey key = alone.key();
        Mono<Boolean> ours =
                external.ask() == Ask.All ? Mono.just(false) : tokens.find(key).hasElement();
        return ours.flatMap(known ->
                known
                        ? Mono.just(alone)
                        : authorizer
                                .ask(external, question)
                                .map(answer ->
                                        new Presented(
                                                alone.station(),
                                                alone.idToken(),
                                                alone.evseId(),
                                                alone.transactionId(),
                                                new Asked(
                                                        question.purpose(),
                                                        alone.asked().policy(),
                                                        answer))));
    }
}
