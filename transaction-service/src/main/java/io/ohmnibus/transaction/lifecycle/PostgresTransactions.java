/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.lifecycle;

import static io.ohmnibus.platform.store.Binds.all;

import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.IdTokenInfo;
import io.ohmnibus.platform.store.Binds;
import io.ohmnibus.platform.store.RecordRows;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The table {@code transactions}. */
@Component
final class PostgresTransactions implements Transactions {

    private static final RecordRows<TransactionRow> ROWS = RecordRows.of(TransactionRow.class);
    private static final String SELECT =
            "select %s from transactions where tenant = :tenant".formatted(ROWS.columns(""))
                    + " and station_id = :stationId and transaction_id = :transactionId";
    private static final String LOCK =
            """
            select %s from unnest(:tenants, :stations, :transactions)
                as asked (tenant, station, transaction)
              join transactions known on known.tenant = asked.tenant
                and known.station_id = asked.station
                and known.transaction_id = asked.transaction
            for update of known
            """
                    .formatted(ROWS.columns("known."));
    private static final String INSERT =
            "insert into transactions (%s) select %s".formatted(ROWS.columns(""), ROWS.columns(""))
                    + " from json_populate_recordset(null::transactions, cast(:rows as json))";
    private static final String UPDATE =
            "update transactions known set (%s) = (%s)"
                            .formatted(ROWS.columns(""), ROWS.columns("given."))
                    + """
                     from json_populate_recordset(null::transactions, cast(:rows as json)) given
                    where known.tenant = given.tenant and known.station_id = given.station_id
                      and known.transaction_id = given.transaction_id
                    """;

    /** Touches no row that is as it should be. */
    private static final String REBUILD =
            """
            insert into transactions as known (%1$s, group_id, authorization_status)
            select %2$s, :group, :status
            from json_populate_recordset(null::transactions, cast(:row as json)) given
              left join transactions before using (tenant, station_id, transaction_id)
            on conflict (tenant, station_id, transaction_id) do update
              set (%1$s, group_id, authorization_status)
                = (%3$s, excluded.group_id, excluded.authorization_status)
              where (%4$s, known.group_id, known.authorization_status)
                is distinct from (%3$s, excluded.group_id, excluded.authorization_status)
            """
                    .formatted(
                            ROWS.columns(""),
                            ROWS.columns("given.")
                                    .replace(
                                            "given.state,",
                                            """
                                            case when given.state = 'Ongoing'
                                              and before.state = 'Abandoned'
                                              then before.state else given.state end,
                                            """),
                            ROWS.columns("excluded."),
                            ROWS.columns("known."));

    private final DatabaseClient database;

    PostgresTransactions(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<TransactionState> find(TransactionKey key) {
        return database.sql(SELECT)
                .bindProperties(key)
                .map(ROWS::read)
                .one()
                .map(TransactionRow::toState);
    }

    @Override
    public Mono<Map<TransactionKey, TransactionState>> lock(Collection<TransactionKey> keys) {
        return database.sql(LOCK)
                .bind("tenants", all(keys, String.class, TransactionKey::tenant))
                .bind("stations", all(keys, String.class, TransactionKey::stationId))
                .bind("transactions", all(keys, String.class, TransactionKey::transactionId))
                .map(ROWS::read)
                .all()
                .collectMap(TransactionRow::key, TransactionRow::toState);
    }

    @Override
    public Mono<Void> add(Map<TransactionKey, TransactionState> states) {
        return write(INSERT, states)
                .onErrorMap(
                        DataIntegrityViolationException.class,
                        e -> new ConcurrencyFailureException("somebody else added one", e));
    }

    @Override
    public Mono<Void> replace(Map<TransactionKey, TransactionState> states) {
        return write(UPDATE, states);
    }

    private Mono<Void> write(String sql, Map<TransactionKey, TransactionState> states) {
        if (states.isEmpty()) {
            return Mono.empty();
        }
        List<TransactionRow> rows =
                states.entrySet().stream()
                        .map(entry -> TransactionRow.of(entry.getKey(), entry.getValue()))
                        .toList();
        return database.sql(sql).bind("rows", ROWS.write(rows)).then();
    }

    @Override
    public Mono<Void> authorized(Map<TransactionKey, IdTokenInfo> told) {
        Set<TransactionKey> keys = told.keySet();
        Collection<IdTokenInfo> infos = told.values();
        return database.sql(
                        """
                        update transactions set authorization_status = status, group_id = token
                        from unnest(:tenants, :stations, :transactions, :statuses, :groups)
                          as told (tenant, station, transaction, status, token)
                        where transactions.tenant = told.tenant
                          and transactions.station_id = told.station
                          and transactions.transaction_id = told.transaction
                        """)
                .bind("tenants", all(keys, String.class, TransactionKey::tenant))
                .bind("stations", all(keys, String.class, TransactionKey::stationId))
                .bind("transactions", all(keys, String.class, TransactionKey::transactionId))
                .bind("statuses", all(infos, String.class, info -> info.status().wireName()))
                .bind("groups", all(infos, String.class, PostgresTransactions::group))
                .then();
    }

    @Override
    public Mono<Boolean> rebuild(
            TransactionKey key, TransactionState state, @Nullable IdTokenInfo told) {
        GenericExecuteSpec upsert =
                database.sql(REBUILD)
                        .bind("row", ROWS.write(List.of(TransactionRow.of(key, state))));
        upsert = Binds.bind(upsert, "group", group(told), String.class);
        String status = told == null ? null : told.status().wireName();
        return Binds.bind(upsert, "status", status, String.class)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    private static @Nullable String group(@Nullable IdTokenInfo told) {
        IdToken group = told == null ? null : told.groupIdToken();
        return group == null ? null : group.idToken();
    }
}
