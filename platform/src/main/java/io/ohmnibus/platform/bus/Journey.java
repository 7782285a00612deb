/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.bus;

import io.ohmnibus.platform.observability.LogContext;
import io.ohmnibus.platform.observability.Traceparent;
import java.util.Map;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** The trace that the current work belongs to, carried by the Reactor context. */
public final class Journey {

    private Journey() {}

    /** The trace of the context, or a new one. */
    public static Traceparent of(ContextView context) {
        return context.<Traceparent>getOrEmpty(Traceparent.class).orElseGet(Traceparent::start);
    }

    /** The trace of this key, where several are handled together; else that of the context. */
    public static Traceparent of(ContextView context, String key) {
        Together together = context.getOrDefault(Together.class, null);
        Traceparent own = together == null ? null : together.byKey.get(key);
        return own == null ? of(context) : own;
    }

    /** The context of handling several records together, each on a trace of its own. */
    public static Context together(Context context, Map<String, Traceparent> byKey) {
        return context.put(Together.class, new Together(byKey));
    }

    private record Together(Map<String, Traceparent> byKey) {}

    /** The context for handling a record: the next step of its trace. */
    static Context continued(Context context, BusRecord record) {
        return Traceparent.parse(record.headers().get(Headers.TRACEPARENT)).child().in(context);
    }

    /** What logs say about a record. */
    public static LogContext log(BusRecord record) {
        LogContext log = LogContext.EMPTY.station(record.key());
        String action = record.headers().get(Headers.ACTION);
        String messageId = record.headers().get(Headers.MESSAGE_ID);
        String trace = record.headers().get(Headers.TRACEPARENT);
        log = action == null ? log : log.action(action);
        log = messageId == null ? log : log.messageId(messageId);
        return trace == null ? log : log.trace(Traceparent.parse(trace));
    }
}
