/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.store;

import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTransientException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import reactor.pool.PoolAcquirePendingLimitException;

/** Tells failures of the database that may pass from those that will come again. */
public final class TransientErrors {

    /** Serialization failure, deadlock, and the states of a server that starts or stops. */
    private static final Set<String> STATES =
            Set.of("40001", "40P01", "57P01", "57P02", "57P03", "53300", "55P03");

    private TransientErrors() {}

    /** Whether the same work may succeed when it is tried again. */
    public static boolean isTransient(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (mayPass(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayPass(Throwable cause) {
        return switch (cause) {
            case TransientDataAccessException _,
                    DataAccessResourceFailureException _,
                    RecoverableDataAccessException _,
                    CannotCreateTransactionException _,
                    PoolAcquirePendingLimitException _,
                    R2dbcTransientException _,
                    R2dbcNonTransientResourceException _ ->
                    true;
            case R2dbcException failure -> STATES.contains(String.valueOf(failure.getSqlState()));
            case TimeoutException _ -> isOfPool(cause);
            case IOException _ -> true;
            default -> false;
        };
    }

    /** The pool's time-out has its own type, which is not public. */
    private static boolean isOfPool(Throwable cause) {
        return cause.getClass().getName().startsWith("reactor.pool.");
    }
}
