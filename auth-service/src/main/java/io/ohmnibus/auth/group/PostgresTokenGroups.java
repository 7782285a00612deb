/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.group;

import static io.ohmnibus.platform.store.Binds.bind;

import io.ohmnibus.auth.allowance.Allowances;
import io.ohmnibus.auth.allowance.TokenStatus;
import io.ohmnibus.auth.group.TokenGroup.Effect;
import io.ohmnibus.auth.group.TokenGroup.InEffect;
import io.ohmnibus.auth.token.TokenRevisions;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The table {@code token_groups}. A change counts as a change of each token that it is about, so
 * that local lists hear of it; changes of a tenant come one after the other.
 */
@Component
final class PostgresTokenGroups implements TokenGroups {

    private static final int DEEPEST = 8;

    private static final String UPSERT =
            """
            insert into token_groups (tenant, group_key, group_id, parent_key, status,
              charging_priority, allowed_at, allowed_hours, master_pass, changed_by, changed_at)
            values (:tenant, lower(:group), :group, lower(:parent), :status, :ownPriority,
              cast(:places as json), cast(:hours as json), :master, :by, :now)
            on conflict (tenant, group_key) do update set group_id = excluded.group_id,
              parent_key = excluded.parent_key, status = excluded.status,
              charging_priority = excluded.charging_priority,
              allowed_at = excluded.allowed_at, allowed_hours = excluded.allowed_hours,
              master_pass = excluded.master_pass, changed_by = excluded.changed_by,
              changed_at = excluded.changed_at
            """;

    /** The group and all that are parts of it, anew; and their tokens have changed. */
    private static final String SPREAD =
            """
            with recursive part as (
              select own.tenant, own.group_key, own.group_key || coalesce(above.path, '{}') as path,
                case when own.status <> 'Accepted' then own.status else above.refused end
                  as refused,
                case when own.status <> 'Accepted' then own.group_id else above.refused_by end
                  as refused_by,
                coalesce(own.charging_priority, above.priority) as priority,
                coalesce(own.allowed_at, above.places) as places,
                coalesce(own.allowed_hours, above.hours) as hours,
                case when own.master_pass then own.group_id else above.master end as master
              from token_groups own left join token_groups above
                on above.tenant = own.tenant and above.group_key = own.parent_key
              where own.tenant = :tenant and own.group_key = lower(:group)
              union all
              select own.tenant, own.group_key, own.group_key || above.path,
                case when own.status <> 'Accepted' then own.status else above.refused end,
                case when own.status <> 'Accepted' then own.group_id else above.refused_by end,
                coalesce(own.charging_priority, above.priority),
                coalesce(own.allowed_at, above.places),
                coalesce(own.allowed_hours, above.hours),
                case when own.master_pass then own.group_id else above.master end
              from part above join token_groups own
                on own.tenant = above.tenant and own.parent_key = above.group_key),
            told as (
              update token_groups known set path = part.path, refused = part.refused,
                refused_by = part.refused_by, priority = part.priority, places = part.places,
                hours = part.hours, master = part.master
              from part
              where known.tenant = part.tenant and known.group_key = part.group_key)
            update tokens set revision = :revision
            from part
            where tokens.tenant = part.tenant and lower(tokens.group_id) = part.group_key
            """;

    private static final String SELECT =
            """
            select own.group_id, above.group_id as parent_id, own.status, own.charging_priority,
              own.allowed_at::text as allowed_at, own.allowed_hours::text as allowed_hours,
              own.master_pass, own.refused, own.refused_by, own.priority,
              own.places::text as places, own.hours::text as hours, own.master
            from token_groups own left join token_groups above
              on above.tenant = own.tenant and above.group_key = own.parent_key
            where own.tenant = :tenant
            """;

    private record Row(
            String groupId,
            @Nullable String parentId,
            String status,
            @Nullable Integer chargingPriority,
            @Nullable String allowedAt,
            @Nullable String allowedHours,
            boolean masterPass,
            @Nullable String refused,
            @Nullable String refusedBy,
            @Nullable Integer priority,
            @Nullable String places,
            @Nullable String hours,
            @Nullable String master) {

        private InEffect group() {
            return new InEffect(
                    new TokenGroup(
                            groupId,
                            parentId,
                            TokenStatus.stored(status),
                            Allowances.stored(chargingPriority, allowedAt, allowedHours),
                            masterPass),
                    new Effect(
                            refused == null
                                    ? AuthorizationStatusEnum.ACCEPTED
                                    : TokenStatus.stored(refused),
                            refusedBy,
                            Allowances.stored(priority, places, hours),
                            master));
        }
    }

    private final DatabaseClient database;
    private final TokenRevisions revisions;
    private final TransactionalOperator transaction;
    private final Clock clock;

    PostgresTokenGroups(
            DatabaseClient database,
            TokenRevisions revisions,
            TransactionalOperator transaction,
            Clock clock) {
        this.database = database;
        this.revisions = revisions;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Mono<Change> put(String tenant, TokenGroup group, String by) {
        return revisions
                .next(tenant)
                .flatMap(revision ->
                        objection(tenant, group)
                                .switchIfEmpty(
                                        upsert(tenant, group, by)
                                                .then(spread(tenant, group.groupId(), revision))
                                                .thenReturn(Change.Done)))
                .as(transaction::transactional);
    }

    private Mono<Change> objection(String tenant, TokenGroup group) {
        String parent = group.parent();
        if (parent == null) {
            return Mono.empty();
        }
        return database.sql(
                        """
                        select objection from (select case
                          when lower(:group) = lower(:parent) then 'Cycle'
                          when path is null then 'NoParent'
                          when lower(:group) = any (path) then 'Cycle'
                          when cardinality(path) >= :deepest then 'TooDeep' end as objection
                        from (values (1)) as one left join token_groups
                          on tenant = :tenant and group_key = lower(:parent)) found
                        where objection is not null
                        """)
                .bind("tenant", tenant)
                .bind("group", group.groupId())
                .bind("parent", parent)
                .bind("deepest", DEEPEST)
                .mapValue(String.class)
                .one()
                .map(Change::valueOf);
    }

    private Mono<Void> upsert(String tenant, TokenGroup group, String by) {
        Allowances allowances = group.allowances();
        var upsert =
                database.sql(UPSERT)
                        .bind("tenant", tenant)
                        .bind("group", group.groupId())
                        .bind("status", group.status().wireName())
                        .bind("master", group.masterPass())
                        .bind("by", by)
                        .bind("now", clock.instant());
        upsert = bind(upsert, "parent", group.parent(), String.class);
        upsert = bind(upsert, "ownPriority", allowances.chargingPriority(), Integer.class);
        upsert = bind(upsert, "places", allowances.storedPlaces(), String.class);
        return bind(upsert, "hours", allowances.storedHours(), String.class).then();
    }

    private Mono<Void> spread(String tenant, String groupId, long revision) {
        return database.sql(SPREAD)
                .bind("tenant", tenant)
                .bind("group", groupId)
                .bind("revision", revision)
                .then();
    }

    @Override
    public Mono<Change> remove(String tenant, String groupId) {
        return revisions
                .next(tenant)
                .flatMap(revision ->
                        hasParts(tenant, groupId)
                                .flatMap(parts ->
                                        parts
                                                ? Mono.just(Change.HasParts)
                                                : delete(tenant, groupId, revision)))
                .as(transaction::transactional);
    }

    private Mono<Boolean> hasParts(String tenant, String groupId) {
        return database.sql(
                        """
                        select exists (select 1 from token_groups
                          where tenant = :tenant and parent_key = lower(:group))
                        """)
                .bind("tenant", tenant)
                .bind("group", groupId)
                .mapValue(Boolean.class)
                .one();
    }

    private Mono<Change> delete(String tenant, String groupId, long revision) {
        return database.sql(
                        """
                        with gone as (delete from token_groups
                          where tenant = :tenant and group_key = lower(:group)
                          returning tenant, group_key),
                        told as (update tokens set revision = :revision from gone
                          where tokens.tenant = gone.tenant
                            and lower(tokens.group_id) = gone.group_key)
                        select count(*) from gone
                        """)
                .bind("tenant", tenant)
                .bind("group", groupId)
                .bind("revision", revision)
                .mapValue(Long.class)
                .one()
                .map(rows -> rows == 1 ? Change.Done : Change.Unknown);
    }

    @Override
    public Mono<InEffect> find(String tenant, String groupId) {
        return database.sql(SELECT + " and own.group_key = lower(:group)")
                .bind("tenant", tenant)
                .bind("group", groupId)
                .mapProperties(Row.class)
                .one()
                .map(Row::group);
    }

    @Override
    public Flux<InEffect> list(String tenant, @Nullable String after, int limit) {
        var select =
                database.sql(
                                SELECT
                                        + (after == null
                                                ? ""
                                                : " and own.group_key > lower(:after)")
                                        + " order by own.group_key limit :limit")
                        .bind("tenant", tenant)
                        .bind("limit", limit);
        return (after == null ? select : select.bind("after", after))
                .mapProperties(Row.class)
                .all()
                .map(Row::group);
    }
}
