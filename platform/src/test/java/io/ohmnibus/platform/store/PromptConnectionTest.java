/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.R2dbcException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** With a driver whose answers come when the test says so. */
final class PromptConnectionTest {

    private final List<String> sent = new ArrayList<>();
    private Sinks.Empty<Void> begun = Sinks.empty();
    private final Connection connection = PromptConnectionTest.connection(this::driver);

    private interface Driver {
        Publisher<?> call(String method);
    }

    private Publisher<?> driver(String method) {
        return Mono.defer(() -> {
            sent.add(method);
            return method.equals("beginTransaction") ? begun.asMono() : Mono.empty();
        });
    }

    private static Connection connection(Driver driver) {
        Connection delegate = proxy(Connection.class, driver);
        ConnectionFactory factory = proxy(ConnectionFactory.class, _ -> Mono.just(delegate));
        return Objects.requireNonNull(Mono.from(PromptConnection.of(factory).create()).block());
    }

    private static <T> T proxy(Class<T> type, Driver driver) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (_, method, _) ->
                                Publisher.class.isAssignableFrom(method.getReturnType())
                                        ? driver.call(method.getName())
                                        : null));
    }

    @Test
    void doesNotWaitUntilTheTransactionHasBegun() {
        assertThat(Mono.from(connection.beginTransaction()).blockOptional()).isEmpty();
        assertThat(sent).containsExactly("beginTransaction");
    }

    @Test
    void commitsOnlyWhatHasBegun() {
        Mono.from(connection.beginTransaction()).block();
        var commit = Mono.from(connection.commitTransaction()).toFuture();
        assertThat(sent).containsExactly("beginTransaction");

        begun.tryEmitEmpty();

        assertThat(commit).isCompleted();
        assertThat(sent).containsExactly("beginTransaction", "commitTransaction");
    }

    @Test
    void takesNoStatementAndCommitsNothingWhenItCouldNotBegin() {
        Mono.from(connection.beginTransaction()).block();
        begun.tryEmitError(new IllegalStateException("not now"));

        assertThatThrownBy(() -> connection.createStatement("insert"))
                .isInstanceOf(R2dbcException.class);
        assertThatThrownBy(() -> Mono.from(connection.commitTransaction()).block())
                .hasMessage("not now");
        assertThat(sent).containsExactly("beginTransaction");

        Mono.from(connection.rollbackTransaction()).block();
        assertThat(sent).containsExactly("beginTransaction", "rollbackTransaction");
    }

    @Test
    void isAsBeforeWhenWhatDidNotBeginIsRolledBack() {
        Mono.from(connection.beginTransaction()).block();
        begun.tryEmitError(new IllegalStateException("not now"));
        Mono.from(connection.rollbackTransaction()).block();

        connection.createStatement("select");
        begun = Sinks.empty();
        Mono.from(connection.beginTransaction()).block();
        begun.tryEmitEmpty();
        Mono.from(connection.commitTransaction()).block();

        assertThat(sent)
                .containsExactly(
                        "beginTransaction",
                        "rollbackTransaction",
                        "beginTransaction",
                        "commitTransaction");
    }
}
