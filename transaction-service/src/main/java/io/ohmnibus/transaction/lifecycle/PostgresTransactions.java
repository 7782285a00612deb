/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.lifecycle;

import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.IdTokenInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The table {@code transactions}. */
@Component
final class PostgresTransactions implements Transactions {

    private static final List<String> WRITTEN =
            Arrays.stream(TransactionRow.class.getRecordComponents())
                    .map(component -> component.getName())
                    .toList();
    private static final String INSERT =
            "insert into transactions (%s) values (%s)".formatted(join("%s"), join(":%2$s"));
    private static final String UPDATE =
            "update transactions set "
                    + join("%s = :%2$s")
                    + " where tenant = :tenant and station_id = :stationId"
                    + " and transaction_id = :transactionId";

    private final DatabaseClient database;

    PostgresTransactions(DatabaseClient database) {
        this.database = database;
    }

    private static String join(String format) {
        return WRITTEN.stream()
                .map(name -> format.formatted(snakeCase(name), name))
                .collect(Collectors.joining(", "));
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    @Override
    public Mono<TransactionState> find(TransactionKey key) {
        return select(key, "");
    }

    @Override
    public Mono<TransactionState> lock(TransactionKey key) {
        return select(key, " for update");
    }

    private Mono<TransactionState> select(TransactionKey key, String suffix) {
        return database.sql(
                        """
                        select * from transactions
                        where tenant = :tenant and station_id = :stationId
                          and transaction_id = :transactionId\
                        """
                                + suffix)
                .bindProperties(key)
                .mapProperties(TransactionRow.class)
                .one()
                .map(TransactionRow::toState);
    }

    @Override
    public Mono<Void> add(TransactionKey key, TransactionState state) {
        return write(INSERT, key, state)
                .onErrorMap(
                        DataIntegrityViolationException.class,
                        e -> new ConcurrencyFailureException("somebody else added " + key, e));
    }

    @Override
    public Mono<Void> replace(TransactionKey key, TransactionState state) {
        return write(UPDATE, key, state);
    }

    private Mono<Void> write(String sql, TransactionKey key, TransactionState state) {
        TransactionRow row = TransactionRow.of(key, state);
        return database.sql(sql)
                .bindProperties(row)
                .bind("flags", row.flags().toArray(String[]::new))
                .then();
    }

    @Override
    public Mono<Void> authorized(TransactionKey key, IdTokenInfo told) {
        IdToken group = told.groupIdToken();
        DatabaseClient.GenericExecuteSpec update =
                database.sql(
                                """
                                update transactions
                                set authorization_status = :status, group_id = :groupId
                                where tenant = :tenant and station_id = :stationId
                                  and transaction_id = :transactionId
                                """)
                        .bindProperties(key)
                        .bind("status", told.status().wireName());
        return (group == null
                        ? update.bindNull("groupId", String.class)
                        : update.bind("groupId", group.idToken()))
                .then();
    }
}
