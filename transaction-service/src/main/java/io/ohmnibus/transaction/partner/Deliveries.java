/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.partner;

import static io.ohmnibus.platform.store.Binds.all;

import io.ohmnibus.platform.web.Cursor;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.paging.Selection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The table {@code webhook_deliveries}. */
@Component
class Deliveries {

    /** An event for all who subscribed to it. */
    record Event(String tenant, String id, String type, String body) {}

    /** A delivery that this instance may try now, with what that takes. */
    record Claimed(
            UUID id,
            UUID webhookId,
            String eventId,
            String body,
            int attempts,
            String url,
            byte[] secret,
            byte @Nullable [] previousSecret,
            @Nullable Instant previousUntil) {}

    private final DatabaseClient database;

    Deliveries(DatabaseClient database) {
        this.database = database;
    }

    /** One for each subscription to each event, whenever it is seen again. */
    Mono<Void> add(List<Event> events, Instant now) {
        return database.sql(
                        """
                        insert into webhook_deliveries (id, webhook_id, tenant, event_id, event_type, body,
                          status, attempts, next_attempt_at, created_at)
                        select gen_random_uuid(), w.id, w.tenant, e.id, e.type, e.body, 'Pending', 0, :now, :now
                        from unnest(:tenants, :ids, :types, :bodies) as e (tenant, id, type, body)
                          join webhooks w on w.tenant = e.tenant and w.enabled
                            and (cardinality(w.types) = 0 or e.type = any(w.types))
                        order by w.id, e.id
                        on conflict (webhook_id, event_id) do nothing
                        """)
                .bind("tenants", all(events, String.class, Event::tenant))
                .bind("ids", all(events, String.class, Event::id))
                .bind("types", all(events, String.class, Event::type))
                .bind("bodies", all(events, String.class, Event::body))
                .bind("now", now)
                .then();
    }

    /** Claims what is due and nobody else has; claimed again after the lease when we die. */
    Mono<List<Claimed>> claim(Instant now, Duration lease, int limit) {
        return database.sql(
                        """
                        update webhook_deliveries d set attempts = d.attempts + 1, next_attempt_at = :lease
                        from webhooks w
                        where w.id = d.webhook_id and d.id in (
                          select due.id from webhook_deliveries due
                          join webhooks open on open.id = due.webhook_id and open.enabled
                          where due.status = 'Pending' and due.next_attempt_at <= :now
                          order by due.next_attempt_at limit :limit for update of due skip locked)
                        returning d.id, d.webhook_id, d.event_id, d.body, d.attempts, w.url, w.secret,
                          w.previous_secret, w.previous_until
                        """)
                .bind("now", now)
                .bind("lease", now.plus(lease))
                .bind("limit", limit)
                .mapProperties(Claimed.class)
                .all()
                .collectList();
    }

    Mono<Void> delivered(Claimed delivery, int status, Instant now) {
        return database.sql(
                        """
                        with done as (
                          update webhook_deliveries set status = 'Delivered', last_status = :status,
                            last_error = null, delivered_at = :now
                          where id = :id)
                        update webhooks set failing_since = null
                        where id = :webhook and failing_since is not null
                        """)
                .bind("id", delivery.id())
                .bind("webhook", delivery.webhookId())
                .bind("status", status)
                .bind("now", now)
                .then();
    }

    /**
     * An attempt failed.
     *
     * @param next when the next one follows; null when none does
     * @param disabledReason switches the webhook off; null leaves it on, unless it has been failing
     *     since before {@code failingBefore}
     */
    record Failure(
            @Nullable Integer status,
            @Nullable String error,
            @Nullable Instant next,
            @Nullable String disabledReason) {}

    Mono<Void> failed(Claimed delivery, Failure failure, Instant now, Instant failingBefore) {
        var sql =
                database.sql(
                                """
                                with tried as (
                                  update webhook_deliveries set last_status = :status, last_error = :error,
                                    status = case when :ended then 'Failed' else 'Pending' end,
                                    next_attempt_at = :next
                                  where id = :id)
                                update webhooks set failing_since = coalesce(failing_since, :now),
                                  enabled = enabled and :reason is null
                                    and coalesce(failing_since, :now) > :before,
                                  disabled_reason = coalesce(:reason, case when failing_since <= :before
                                    then 'has failed for too long' end, disabled_reason)
                                where id = :webhook
                                """)
                        .bind("id", delivery.id())
                        .bind("webhook", delivery.webhookId())
                        .bind("ended", failure.next() == null)
                        .bind("next", failure.next() == null ? now : failure.next())
                        .bind("now", now)
                        .bind("before", failingBefore);
        sql = bind(sql, "status", failure.status(), Integer.class);
        sql = bind(sql, "error", failure.error(), String.class);
        return bind(sql, "reason", failure.disabledReason(), String.class).then();
    }

    private static DatabaseClient.GenericExecuteSpec bind(
            DatabaseClient.GenericExecuteSpec sql,
            String name,
            @Nullable Object value,
            Class<?> type) {
        return value == null ? sql.bindNull(name, type) : sql.bind(name, value);
    }

    /** The deliveries of a webhook, newest first. */
    Mono<Page<Delivery>> list(
            String tenant, UUID webhook, @Nullable String status, PageRequest page) {
        Selection selection =
                new Selection(
                                "select id, event_id, event_type, status, attempts, next_attempt_at,"
                                        + " last_status, last_error, delivered_at, created_at"
                                        + " from webhook_deliveries",
                                tenant)
                        .and("webhook_id = :webhook", "webhook", webhook)
                        .and("status = :status", "status", status);
        Cursor cursor = page.cursor();
        if (cursor != null) {
            selection
                    .and("(created_at, id) < (:time, :at)", "time", cursor.instant(0))
                    .with("at", cursor.uuid(1));
        }
        return selection
                .on(database, "created_at desc, id desc", page.fetch())
                .mapProperties(Delivery.class)
                .all()
                .collectList()
                .map(rows -> Page.of(rows, page, last -> Cursor.of(last.createdAt(), last.id())));
    }

    /** Begins anew with a delivery, whatever became of it; false when there is none. */
    Mono<Boolean> resend(String tenant, UUID webhook, UUID delivery, Instant now) {
        return database.sql(
                        """
                        update webhook_deliveries set status = 'Pending', attempts = 0, next_attempt_at = :now
                        where tenant = :tenant and webhook_id = :webhook and id = :id
                        """)
                .bind("tenant", tenant)
                .bind("webhook", webhook)
                .bind("id", delivery)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(updated -> updated > 0);
    }
}
