/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.token;

import static io.ohmnibus.platform.store.Binds.all;

import io.ohmnibus.platform.store.RecordRows;
import io.ohmnibus.platform.web.Cursor;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.Problem;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** The table {@code tokens}. */
@Component
final class PostgresTokens implements Tokens {

    private static final String INSERT =
            """
            insert into tokens (tenant, type, token_key, id_token, status, valid_from, valid_until,
              group_id, group_type, language1, language2, charging_priority,
              concurrent_transactions, allowed_at, single_use, allowed_hours, created_at, updated_at,
              revision)
            select :tenant, type, token_key, id_token, status, valid_from, valid_until,
              group_id, group_type, language1, language2, charging_priority,
              concurrent_transactions, cast(allowed_at as json), single_use,
              cast(allowed_hours as json), :now, :now, :revision
            from json_to_recordset(cast(:rows as json)) as entered (
              type text, token_key text, id_token text, status text, valid_from timestamptz,
              valid_until timestamptz, group_id text, group_type text, language1 text,
              language2 text, charging_priority integer, concurrent_transactions boolean,
              allowed_at text, single_use boolean, allowed_hours text)
            on conflict (tenant, type, token_key) do
            """;
    private static final String OR_UPDATE =
            """
            update set id_token = excluded.id_token, status = excluded.status,
              valid_from = excluded.valid_from, valid_until = excluded.valid_until,
              group_id = excluded.group_id, group_type = excluded.group_type,
              language1 = excluded.language1, language2 = excluded.language2,
              charging_priority = excluded.charging_priority,
              concurrent_transactions = excluded.concurrent_transactions,
              allowed_at = excluded.allowed_at, single_use = excluded.single_use,
              allowed_hours = excluded.allowed_hours,
              updated_at = excluded.updated_at,
              revision = excluded.revision
            """;
    private static final String SELECT =
            """
            select type, token_key, id_token, status, valid_from, valid_until, group_id, group_type,
              language1, language2, charging_priority, concurrent_transactions,
              allowed_at::text as allowed_at, single_use, allowed_hours::text as allowed_hours
            from tokens where tenant = :tenant
            """;

    private static final RecordRows<TokenRow> ROWS = RecordRows.of(TokenRow.class);

    private final DatabaseClient database;
    private final Clock clock;
    private final TokenRevisions revisions;
    private final TransactionalOperator transaction;

    PostgresTokens(
            DatabaseClient database,
            Clock clock,
            TokenRevisions revisions,
            TransactionalOperator transaction) {
        this.database = database;
        this.clock = clock;
        this.revisions = revisions;
        this.transaction = transaction;
    }

    @Override
    public Mono<Token> find(TokenKey key) {
        return database.sql(SELECT + " and type = :type and token_key = :key")
                .bindProperties(key)
                .mapProperties(TokenRow.class)
                .one()
                .map(TokenRow::toToken);
    }

    @Override
    public Mono<Map<TokenKey, Token>> find(Collection<TokenKey> keys) {
        return database.sql(
                        """
                        select %s, known.tenant, known.group_refused, known.master_pass
                        from unnest(:tenants, :types, :keys) as asked (tenant, type, token_key)
                          join tokens_in_effect known using (tenant, type, token_key)
                        """
                                .formatted(ROWS.columns("known.")))
                .bind("tenants", all(keys, String.class, TokenKey::tenant))
                .bind("types", all(keys, String.class, TokenKey::type))
                .bind("keys", all(keys, String.class, TokenKey::key))
                .map(PostgresTokens::known)
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static Map.Entry<TokenKey, Token> known(Readable row) {
        TokenRow token = ROWS.read(row);
        String tenant = Objects.requireNonNull(row.get("tenant", String.class));
        return Map.entry(
                new TokenKey(tenant, token.type(), token.tokenKey()),
                token.toToken(
                        row.get("group_refused", String.class),
                        Objects.requireNonNull(row.get("master_pass", Boolean.class))));
    }

    @Override
    public Mono<Page<Token>> list(Filter filter, PageRequest page) {
        String sql =
                SELECT
                        + (filter.type() == null ? "" : " and type = :type")
                        + (filter.status() == null ? "" : " and status = :status")
                        + (filter.group() == null ? "" : " and lower(group_id) = :group")
                        + (page.cursor() == null
                                ? ""
                                : " and (token_key, type) > (:cursorKey, :cursorType)")
                        + " order by token_key, type limit :limit";
        DatabaseClient.GenericExecuteSpec select =
                database.sql(sql).bind("tenant", filter.tenant()).bind("limit", page.fetch());
        select = bind(select, "type", filter.type());
        select = bind(select, "status", filter.status());
        String group = filter.group();
        select = bind(select, "group", group == null ? null : group.toLowerCase(Locale.ROOT));
        Cursor cursor = page.cursor();
        if (cursor != null) {
            select = bind(select, "cursorKey", cursor.text(0));
            select = bind(select, "cursorType", cursor.text(1));
        }
        return select.mapProperties(TokenRow.class)
                .all()
                .collectList()
                .map(rows -> Page.of(rows, page, row -> Cursor.of(row.tokenKey(), row.type())))
                .map(rows -> rows.map(TokenRow::toToken));
    }

    private static DatabaseClient.GenericExecuteSpec bind(
            DatabaseClient.GenericExecuteSpec spec, String name, @Nullable String value) {
        if (value != null && value.indexOf('\0') >= 0) { // A49: no column holds it
            throw Problem.badRequest(name, "is nothing that can be found");
        }
        return value == null ? spec : spec.bind(name, value);
    }

    @Override
    public Mono<Void> save(String tenant, List<Token> tokens) {
        Map<TokenKey, TokenRow> rows = new LinkedHashMap<>();
        for (Token token : tokens) {
            rows.put(TokenKey.of(tenant, token.type(), token.idToken()), TokenRow.of(token));
        }
        return rows.isEmpty()
                ? Mono.empty()
                : insert(OR_UPDATE, tenant, List.copyOf(rows.values())).then();
    }

    @Override
    public Mono<Boolean> add(String tenant, Token token) {
        return insert("nothing", tenant, List.of(TokenRow.of(token))).map(rows -> rows == 1);
    }

    private Mono<Long> insert(String onConflict, String tenant, List<TokenRow> rows) {
        return revisions
                .next(tenant)
                .flatMap(revision ->
                        database.sql(INSERT + onConflict)
                                .bind("tenant", tenant)
                                .bind("rows", TokenRow.toJson(rows))
                                .bind("now", clock.instant())
                                .bind("revision", revision)
                                .fetch()
                                .rowsUpdated())
                .as(transaction::transactional);
    }

    @Override
    public Mono<Boolean> remove(TokenKey key) {
        return revisions
                .nextRemoval(key.tenant())
                .then(
                        database.sql(
                                        """
                                        delete from tokens
                                        where tenant = :tenant and type = :type
                                          and token_key = :key
                                        """)
                                .bindProperties(key)
                                .fetch()
                                .rowsUpdated())
                .map(rows -> rows == 1)
                .as(transaction::transactional);
    }
}
