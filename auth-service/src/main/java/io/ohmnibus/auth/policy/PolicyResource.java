/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.policy;

import io.ohmnibus.auth.policy.AuthorizationPolicy.Ask;
import io.ohmnibus.auth.policy.AuthorizationPolicy.External;
import io.ohmnibus.auth.policy.AuthorizationPolicy.OnFailure;
import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.platform.web.RequiresPermission;
import io.ohmnibus.platform.web.outbound.OutboundHttp;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How the caller's tenant judges tokens. */
@RestController
class PolicyResource {

    private static final Duration USUAL_DEADLINE = Duration.ofSeconds(2);

    /** Transactions wait five seconds for a judgement. */
    private static final Duration LONGEST_DEADLINE = Duration.ofSeconds(4);

    private static final Duration LONGEST_LIFETIME = Duration.ofDays(365);
    private static final int MOST_OF_A_GROUP = 36;
    private static final int MOST_OF_A_TOKEN = 2000;

    private final AuthorizationPolicies policies;
    private final OutboundHttp http;

    PolicyResource(AuthorizationPolicies policies, OutboundHttp http) {
        this.policies = policies;
        this.http = http;
    }

    /**
     * A policy.
     *
     * @param cacheLifetime how long stations may go by what they were told about a token; PT0S lets
     *     them remember nothing, and without it each goes by its own AuthCacheLifeTime
     * @param masterPassGroupId tokens of this group may stop transactions and start none
     * @param external who else is asked about tokens
     */
    record PolicyDocument(
            @Nullable Duration cacheLifetime,
            @Nullable String masterPassGroupId,
            @Nullable ExternalDocument external) {}

    /**
     * Somebody who judges tokens as well.
     *
     * @param url gets a POST for each question
     * @param token a bearer token that goes along; never shown, and kept when it is left out
     * @param deadline at most PT4S; PT2S when left out
     * @param ask Unknown, unless said: only tokens that are not in the own store; or All
     * @param onFailure Refuse, unless said; or OwnJudgement
     */
    record ExternalDocument(
            @Nullable URI url,
            @Nullable String token,
            @Nullable Duration deadline,
            @Nullable Ask ask,
            @Nullable OnFailure onFailure) {

        @Override
        public String toString() {
            return "ExternalDocument[url=" + url + "]";
        }
    }

    /** The policy; empty when none was entered. */
    @Operation(summary = "How the tenant judges tokens")
    @GetMapping("/authorization-policy")
    @RequiresPermission("authorization-policy:read")
    Mono<PolicyDocument> show(Caller caller) {
        return policies.of(caller.tenant()).map(PolicyResource::document);
    }

    /** Replaces the policy; other instances go by it within a second. */
    @Operation(summary = "Replaces how the tenant judges tokens")
    @PutMapping("/authorization-policy")
    @RequiresPermission("authorization-policy:write")
    Mono<PolicyDocument> put(Caller caller, @RequestBody PolicyDocument entered) {
        AuthorizationPolicy policy = policy(entered);
        return policies.put(caller.tenant(), policy, caller.subject())
                .then(Mono.defer(() -> show(caller)));
    }

    private AuthorizationPolicy policy(PolicyDocument entered) {
        Duration lifetime = entered.cacheLifetime();
        if (lifetime != null
                && (lifetime.isNegative() || lifetime.compareTo(LONGEST_LIFETIME) > 0)) {
            throw Problem.badRequest("cacheLifetime", "is from PT0S to " + LONGEST_LIFETIME);
        }
        String group = entered.masterPassGroupId();
        if (group != null
                && (group.isBlank()
                        || group.length() > MOST_OF_A_GROUP
                        || group.chars().anyMatch(Character::isISOControl))) {
            throw Problem.badRequest(
                    "masterPassGroupId", "has 1 to " + MOST_OF_A_GROUP + " characters");
        }
        ExternalDocument external = entered.external();
        return new AuthorizationPolicy(
                lifetime, group, external == null ? null : external(external));
    }

    private External external(ExternalDocument entered) {
        URI url = entered.url();
        if (url == null) {
            throw Problem.badRequest("external.url", "is missing");
        }
        http.check("external.url", url);
        Duration deadline = entered.deadline() == null ? USUAL_DEADLINE : entered.deadline();
        if (!deadline.isPositive() || deadline.compareTo(LONGEST_DEADLINE) > 0) {
            throw Problem.badRequest(
                    "external.deadline", "is more than PT0S and at most " + LONGEST_DEADLINE);
        }
        String token = entered.token();
        if (token != null
                && (token.isBlank()
                        || token.length() > MOST_OF_A_TOKEN
                        || !token.chars().allMatch(c -> c > ' ' && c < 127))) {
            throw Problem.badRequest("external.token", "cannot be sent as a bearer token");
        }
        return new External(
                url,
                token,
                deadline,
                entered.ask() == null ? Ask.Unknown : entered.ask(),
                entered.onFailure() == null ? OnFailure.Refuse : entered.onFailure());
    }

    private static PolicyDocument document(AuthorizationPolicy policy) {
        External external = policy.external();
        return new PolicyDocument(
                policy.cacheLifetime(),
                policy.masterPassGroupId(),
                external == null
                        ? null
                        : new ExternalDocument(
                                external.url(),
                                null,
                                external.deadline(),
                                external.ask(),
                                external.onFailure()));
    }
}
