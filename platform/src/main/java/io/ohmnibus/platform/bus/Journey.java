/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.bus;

import io.ohmnibus.platform.observability.LogContext;
import io.ohmnibus.platform.observability.Traceparent;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** The trace that the current work belongs to, carried by the Reactor context. */
public final class Journey {

    private Journey() {}

    /** The trace of the context, or a new one. */
    public static Traceparent of(ContextView context) {
        return context.<Traceparent>getOrEmpty(Traceparent.class).orElseGet(Traceparent::start);
    }

    /** The context for handling a record: the next step of its trace, and what logs say of it. */
    static Context continued(Context context, BusRecord record) {
        Traceparent trace = Traceparent.parse(record.headers().get(Headers.TRACEPARENT)).child();
        return log(record).trace(trace).apply(trace.in(context));
    }

    private static LogContext log(BusRecord record) {
        LogContext log = LogContext.EMPTY.station(record.key());
        String action = record.headers().get(Headers.ACTION);
        String messageId = record.headers().get(Headers.MESSAGE_ID);
        log = action == null ? log : log.action(action);
        return messageId == null ? log : log.messageId(messageId);
    }
}
