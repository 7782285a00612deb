/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.store;

import io.r2dbc.spi.Batch;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.ConnectionMetadata;
import io.r2dbc.spi.IsolationLevel;
import io.r2dbc.spi.R2dbcTransientResourceException;
import io.r2dbc.spi.Statement;
import io.r2dbc.spi.TransactionDefinition;
import io.r2dbc.spi.ValidationDepth;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * A connection that does not wait until a transaction has begun: BEGIN travels with the first
 * statement behind it, which saves a round trip. A transaction whose BEGIN failed takes no
 * statement, and is not committed.
 */
final class PromptConnection implements Connection {

    private final Connection connection;
    private Mono<Void> begun = Mono.empty();
    private volatile @Nullable Throwable failure;

    private PromptConnection(Connection connection) {
        this.connection = connection;
    }

    /** Connections of that factory which do not wait for BEGIN. */
    static ConnectionFactory of(ConnectionFactory factory) {
        return new ConnectionFactory() {

            @Override
            public Publisher<Connection> create() {
                return Mono.from(factory.create()).map(PromptConnection::new);
            }

            @Override
            public ConnectionFactoryMetadata getMetadata() {
                return factory.getMetadata();
            }
        };
    }

    @Override
    public Mono<Void> beginTransaction() {
        return begin(connection.beginTransaction());
    }

    @Override
    public Mono<Void> beginTransaction(TransactionDefinition definition) {
        return begin(connection.beginTransaction(definition));
    }

    private Mono<Void> begin(Publisher<Void> begin) {
        return Mono.fromRunnable(() -> {
            failure = null;
            begun = Mono.from(begin).doOnError(error -> failure = error).cache();
            var _ = begun.onErrorComplete().subscribe();
        });
    }

    @Override
    public Statement createStatement(String sql) {
        checkBegun();
        return connection.createStatement(sql);
    }

    @Override
    public Batch createBatch() {
        checkBegun();
        return connection.createBatch();
    }

    private void checkBegun() {
        Throwable cause = failure;
        if (cause != null) {
            throw new R2dbcTransientResourceException("the transaction has not begun", cause);
        }
    }

    @Override
    public Mono<Void> commitTransaction() {
        return Mono.defer(() -> begun.then(Mono.from(connection.commitTransaction())));
    }

    @Override
    public Mono<Void> rollbackTransaction() {
        return Mono.defer(() ->
                begun.onErrorComplete()
                        .then(Mono.from(connection.rollbackTransaction()))
                        .doOnSuccess(_ -> failure = null)); // what is no transaction may come next
    }

    @Override
    public Publisher<Void> close() {
        return connection.close();
    }

    @Override
    public Publisher<Void> createSavepoint(String name) {
        return connection.createSavepoint(name);
    }

    @Override
    public Publisher<Void> releaseSavepoint(String name) {
        return connection.releaseSavepoint(name);
    }

    @Override
    public Publisher<Void> rollbackTransactionToSavepoint(String name) {
        return connection.rollbackTransactionToSavepoint(name);
    }

    @Override
    public boolean isAutoCommit() {
        return connection.isAutoCommit();
    }

    @Override
    public Publisher<Void> setAutoCommit(boolean autoCommit) {
        return connection.setAutoCommit(autoCommit);
    }

    @Override
    public ConnectionMetadata getMetadata() {
        return connection.getMetadata();
    }

    @Override
    public IsolationLevel getTransactionIsolationLevel() {
        return connection.getTransactionIsolationLevel();
    }

    @Override
    public Publisher<Void> setTransactionIsolationLevel(IsolationLevel level) {
        return connection.setTransactionIsolationLevel(level);
    }

    @Override
    public Publisher<Void> setLockWaitTimeout(Duration timeout) {
        return connection.setLockWaitTimeout(timeout);
    }

    @Override
    public Publisher<Void> setStatementTimeout(Duration timeout) {
        return connection.setStatementTimeout(timeout);
    }

    @Override
    public Publisher<Boolean> validate(ValidationDepth depth) {
        return connection.validate(depth);
    }
}
