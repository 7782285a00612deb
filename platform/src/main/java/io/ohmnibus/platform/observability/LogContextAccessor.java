/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.observability;

import io.micrometer.context.ThreadLocalAccessor;
import org.jspecify.annotations.Nullable;

/** Carries the log context between the Reactor context and the thread that writes the log. */
public final class LogContextAccessor implements ThreadLocalAccessor<LogContext> {

    @Override
    public Object key() {
        return LogContext.KEY;
    }

    @Override
    public @Nullable LogContext getValue() {
        LogContext current = LogContext.ofThread();
        return current.isEmpty() ? null : current;
    }

    @Override
    public void setValue(LogContext value) {
        value.toThread();
    }

    @Override
    public void setValue() {
        LogContext.EMPTY.toThread();
    }
}
