/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.auth.policy.AuthorizationPolicy.Ask;
import io.ohmnibus.auth.policy.AuthorizationPolicy.External;
import io.ohmnibus.auth.policy.AuthorizationPolicy.OnFailure;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.secret.Sealing;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@EmbeddedTest
final class PostgresPoliciesIT {

    private final String tenant = "T-" + UUID.randomUUID();
    private final ServiceDatabase database;
    private final PostgresPolicies policies;

    PostgresPoliciesIT(TestDatabase test) {
        database = ServiceDatabase.migrate(test, Service.AUTH);
        policies =
                new PostgresPolicies(
                        database.client(),
                        new Sealing("a secret of the tests", new SecureRandom()),
                        Clock.systemUTC());
    }

    private static External external(String url, @Nullable String token) {
        return new External(
                URI.create(url), token, Duration.ofMillis(1500), Ask.All, OnFailure.OwnJudgement);
    }

    private AuthorizationPolicy after(AuthorizationPolicy policy) {
        policies.put(tenant, policy, "me").block();
        return read();
    }

    private AuthorizationPolicy read() {
        return Objects.requireNonNull(policies.of(tenant).block());
    }

    @Test
    void aTenantThatSaidNothingHasNone() {
        assertThat(read()).isEqualTo(AuthorizationPolicy.NONE);
    }

    @Test
    void keepsAllOfIt() {
        AuthorizationPolicy policy =
                new AuthorizationPolicy(
                        Duration.ofHours(1), "POLICE", external("https://example.org/a", "secret"));

        assertThat(after(policy)).isEqualTo(policy);
        assertThat(after(AuthorizationPolicy.NONE)).isEqualTo(AuthorizationPolicy.NONE);
    }

    @Test
    void keepsASecretThatIsLeftOutForTheSameAddressAlone() {
        after(new AuthorizationPolicy(null, null, external("https://example.org/a", "secret")));

        assertThat(
                        after(
                                new AuthorizationPolicy(
                                        null, null, external("https://example.org/a", null))))
                .isEqualTo(
                        new AuthorizationPolicy(
                                null, null, external("https://example.org/a", "secret")));
        assertThat(
                        after(
                                new AuthorizationPolicy(
                                        null, null, external("https://example.org/b", null))))
                .isEqualTo(
                        new AuthorizationPolicy(
                                null, null, external("https://example.org/b", null)));
    }

    @Test
    void noTableShowsTheSecret() { // A14
        after(new AuthorizationPolicy(null, null, external("https://example.org/a", "secret")));

        assertThat(
                        database.client()
                                .sql(
                                        "select external_token from authorization_policies"
                                                + " where tenant = :tenant")
                                .bind("tenant", tenant)
                                .mapValue(String.class)
                                .one()
                                .block())
                .isNotNull()
                .doesNotContain("secret");
        assertThat(read().toString()).doesNotContain("secret");
    }
}
