/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.policy;

import static io.ohmnibus.platform.store.Binds.bind;

import io.ohmnibus.auth.policy.AuthorizationPolicy.Ask;
import io.ohmnibus.auth.policy.AuthorizationPolicy.External;
import io.ohmnibus.auth.policy.AuthorizationPolicy.OnFailure;
import io.ohmnibus.platform.secret.Sealing;
import io.r2dbc.spi.Readable;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The table {@code authorization_policies}. Each message of a station needs a policy, so what was
 * read is remembered for a second.
 */
@Component
final class PostgresPolicies implements AuthorizationPolicies {

    private static final Duration REMEMBERED = Duration.ofSeconds(1);

    /** The token of an address that stays is kept when it is left out. */
    private static final String UPSERT =
            """
            insert into authorization_policies as known (tenant, cache_lifetime_s,
              master_pass_group_id, external_url, external_token, external_deadline_ms,
              external_ask, external_on_failure, changed_by, changed_at)
            values (:tenant, :lifetime, :master, :url, :token, :deadline, :ask, :failure, :by, :now)
            on conflict (tenant) do update set cache_lifetime_s = excluded.cache_lifetime_s,
              master_pass_group_id = excluded.master_pass_group_id,
              external_token = coalesce(excluded.external_token, case
                when known.external_url = excluded.external_url then known.external_token end),
              external_url = excluded.external_url,
              external_deadline_ms = excluded.external_deadline_ms,
              external_ask = excluded.external_ask,
              external_on_failure = excluded.external_on_failure,
              changed_by = excluded.changed_by, changed_at = excluded.changed_at
            """;

    private final DatabaseClient database;
    private final Sealing sealing;
    private final Clock clock;
    private final Map<String, Mono<AuthorizationPolicy>> remembered = new ConcurrentHashMap<>();

    PostgresPolicies(DatabaseClient database, Sealing sealing, Clock clock) {
        this.database = database;
        this.sealing = sealing;
        this.clock = clock;
    }

    @Override
    public Mono<AuthorizationPolicy> of(String tenant) {
        return remembered.computeIfAbsent(
                tenant,
                one -> read(one).cache(_ -> REMEMBERED, _ -> Duration.ZERO, () -> Duration.ZERO));
    }

    private Mono<AuthorizationPolicy> read(String tenant) {
        return database.sql(
                        """
                        select cache_lifetime_s, master_pass_group_id, external_url,
                          external_token, external_deadline_ms, external_ask, external_on_failure
                        from authorization_policies where tenant = :tenant
                        """)
                .bind("tenant", tenant)
                .map(row -> policy(tenant, row))
                .one()
                .defaultIfEmpty(AuthorizationPolicy.NONE);
    }

    private AuthorizationPolicy policy(String tenant, Readable row) {
        Long lifetime = row.get("cache_lifetime_s", Long.class);
        String url = row.get("external_url", String.class);
        return new AuthorizationPolicy(
                lifetime == null ? null : Duration.ofSeconds(lifetime),
                row.get("master_pass_group_id", String.class),
                url == null ? null : external(tenant, url, row));
    }

    private External external(String tenant, String url, Readable row) {
        String sealed = row.get("external_token", String.class);
        return new External(
                URI.create(url),
                sealed == null ? null : opened(tenant, sealed),
                Duration.ofMillis(required(row, "external_deadline_ms", Long.class)),
                Ask.valueOf(required(row, "external_ask", String.class)),
                OnFailure.valueOf(required(row, "external_on_failure", String.class)));
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }

    private String opened(String tenant, String sealed) {
        byte[] plain = sealing.open(Base64.getDecoder().decode(sealed), place(tenant));
        return new String(plain, StandardCharsets.UTF_8);
    }

    private @Nullable String sealed(String tenant, @Nullable String token) {
        return token == null
                ? null
                : Base64.getEncoder()
                        .encodeToString(
                                sealing.seal(
                                        token.getBytes(StandardCharsets.UTF_8), place(tenant)));
    }

    private static String place(String tenant) {
        return "authorization-policy/" + tenant;
    }

    @Override
    public Mono<Void> put(String tenant, AuthorizationPolicy policy, String by) {
        Duration lifetime = policy.cacheLifetime();
        var upsert =
                database.sql(UPSERT)
                        .bind("tenant", tenant)
                        .bind("by", by)
                        .bind("now", clock.instant());
        upsert =
                bind(
                        upsert,
                        "lifetime",
                        lifetime == null ? null : lifetime.toSeconds(),
                        Long.class);
        upsert = bind(upsert, "master", policy.masterPassGroupId(), String.class);
        return external(upsert, tenant, policy.external())
                .then()
                .doOnSuccess(_ -> remembered.remove(tenant));
    }

    private GenericExecuteSpec external(
            GenericExecuteSpec upsert, String tenant, @Nullable External external) {
        if (external == null) {
            return upsert.bindNull("url", String.class)
                    .bindNull("token", String.class)
                    .bindNull("deadline", Long.class)
                    .bindNull("ask", String.class)
                    .bindNull("failure", String.class);
        }
        return bind(upsert, "token", sealed(tenant, external.token()), String.class)
                .bind("url", external.url().toString())
                .bind("deadline", external.deadline().toMillis())
                .bind("ask", external.ask().name())
                .bind("failure", external.onFailure().name());
    }
}
