/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.auth.policy.AuthorizationPolicy.Ask;
import io.ohmnibus.auth.policy.AuthorizationPolicy.External;
import io.ohmnibus.auth.policy.AuthorizationPolicy.OnFailure;
import io.ohmnibus.auth.policy.PolicyResource.ExternalDocument;
import io.ohmnibus.auth.policy.PolicyResource.PolicyDocument;
import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.platform.web.outbound.OutboundHttp;
import io.ohmnibus.platform.web.outbound.OutboundProperties;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

final class PolicyResourceTest {

    private static final Caller CALLER = new Caller("default", "tester", Set.of("*:*"));
    private static final URI ADDRESS = URI.create("https://judge.example.org/");

    private AuthorizationPolicy entered = AuthorizationPolicy.NONE;
    private final PolicyResource resource =
            new PolicyResource(
                    new AuthorizationPolicies() {
                        @Override
                        public Mono<AuthorizationPolicy> of(String tenant) {
                            return Mono.fromSupplier(() -> entered);
                        }

                        @Override
                        public Mono<Void> put(String tenant, AuthorizationPolicy to, String by) {
                            return Mono.fromRunnable(() -> entered = to);
                        }
                    },
                    new OutboundHttp(new OutboundProperties(List.of(), false)));

    private static PolicyDocument external(
            @Nullable URI url, @Nullable String token, @Nullable Duration deadline) {
        return new PolicyDocument(
                null, null, new ExternalDocument(url, token, deadline, null, null));
    }

    private void refuses(String field, PolicyDocument document) {
        assertThatThrownBy(() -> resource.put(CALLER, document))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.getBody().toString()).contains(field));
        assertThat(entered).isEqualTo(AuthorizationPolicy.NONE);
    }

    @Test
    void refusesByItselfWhenNothingIsSaidOfFailures() {
        resource.put(CALLER, external(ADDRESS, "secret", null)).block();

        assertThat(entered.external())
                .isEqualTo(
                        new External(
                                ADDRESS,
                                "secret",
                                Duration.ofSeconds(2),
                                Ask.Unknown,
                                OnFailure.Refuse));
        PolicyDocument shown = Objects.requireNonNull(resource.show(CALLER).block());
        assertThat(Objects.requireNonNull(shown.external()).token()).isNull();
        assertThat(shown.toString()).doesNotContain("secret");
    }

    @Test
    void refusesLifetimesThatNoCacheHas() {
        refuses("cacheLifetime", new PolicyDocument(Duration.ofSeconds(-1), null, null));
        refuses("cacheLifetime", new PolicyDocument(Duration.ofDays(366), null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"})
    void refusesGroupsThatNoStationCanBeToldOf(String group) {
        refuses("masterPassGroupId", new PolicyDocument(null, group, null));
    }

    @Test
    void refusesWhoCannotBeAsked() {
        refuses("external.url", external(null, null, null));
        refuses("external.url", external(URI.create("http://judge.example.org/"), null, null));
        refuses("external.token", external(ADDRESS, "two words", null));
        refuses("external.token", external(ADDRESS, "", null));
        refuses("external.deadline", external(ADDRESS, null, Duration.ZERO));
        refuses("external.deadline", external(ADDRESS, null, Duration.ofSeconds(5)));
    }
}
