/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.partner;

import io.ohmnibus.platform.secret.Sealing;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table {@code webhooks}. Secrets are sealed for their webhook. */
@Component
class Webhooks {

    private static final String COLUMNS =
            "id, url, types, enabled, disabled_reason, failing_since, created_at";

    private final DatabaseClient database;
    private final Sealing sealing;
    private final Clock clock;

    Webhooks(DatabaseClient database, Sealing sealing, Clock clock) {
        this.database = database;
        this.sealing = sealing;
        this.clock = clock;
    }

    /** What a subscription is to be. */
    record Wanted(String url, List<String> types, boolean enabled) {

        Wanted {
            types = List.copyOf(types);
        }
    }

    Mono<Webhook> add(String tenant, Wanted wanted, String secret) {
        UUID id = UUID.randomUUID();
        return database.sql(
                        """
                        insert into webhooks (id, tenant, url, types, enabled, secret, created_at)
                        values (:id, :tenant, :url, :types, :enabled, :secret, :now)
                        returning %s
                        """
                                .formatted(COLUMNS))
                .bind("id", id)
                .bind("tenant", tenant)
                .bind("url", wanted.url())
                .bind("types", wanted.types().toArray(String[]::new))
                .bind("enabled", wanted.enabled())
                .bind("secret", sealed(id, secret))
                .bind("now", clock.instant())
                .mapProperties(Webhook.class)
                .one();
    }

    /** Changes it; what it failed with is forgotten. */
    Mono<Webhook> replace(String tenant, UUID id, Wanted wanted) {
        return database.sql(
                        """
                        update webhooks set url = :url, types = :types, enabled = :enabled,
                          disabled_reason = null, failing_since = null
                        where tenant = :tenant and id = :id returning %s
                        """
                                .formatted(COLUMNS))
                .bind("id", id)
                .bind("tenant", tenant)
                .bind("url", wanted.url())
                .bind("types", wanted.types().toArray(String[]::new))
                .bind("enabled", wanted.enabled())
                .mapProperties(Webhook.class)
                .one();
    }

    /** Signs with another secret, and until then with the present one too. */
    Mono<Webhook> rotate(String tenant, UUID id, String secret, Instant until) {
        return database.sql(
                        """
                        update webhooks set previous_secret = secret, previous_until = :until,
                          secret = :secret
                        where tenant = :tenant and id = :id returning %s
                        """
                                .formatted(COLUMNS))
                .bind("id", id)
                .bind("tenant", tenant)
                .bind("secret", sealed(id, secret))
                .bind("until", until)
                .mapProperties(Webhook.class)
                .one();
    }

    Mono<Webhook> find(String tenant, UUID id) {
        return database.sql(
                        "select " + COLUMNS + " from webhooks where tenant = :tenant and id = :id")
                .bind("tenant", tenant)
                .bind("id", id)
                .mapProperties(Webhook.class)
                .one();
    }

    /** All of a tenant; there are few. */
    Flux<Webhook> all(String tenant) {
        return database.sql(
                        "select "
                                + COLUMNS
                                + " from webhooks where tenant = :tenant order by created_at, id")
                .bind("tenant", tenant)
                .mapProperties(Webhook.class)
                .all();
    }

    /** Whether there was one; its deliveries go with it. */
    Mono<Boolean> delete(String tenant, UUID id) {
        return database.sql("delete from webhooks where tenant = :tenant and id = :id")
                .bind("tenant", tenant)
                .bind("id", id)
                .fetch()
                .rowsUpdated()
                .map(deleted -> deleted > 0);
    }

    private byte[] sealed(UUID id, String secret) {
        return sealing.seal(secret.getBytes(StandardCharsets.UTF_8), id.toString());
    }
}
