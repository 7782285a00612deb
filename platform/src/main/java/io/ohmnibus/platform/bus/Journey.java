/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.bus;

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

    /** The context for handling a record: the next step of its trace. */
    static Context continued(Context context, BusRecord record) {
        return context.put(
                Traceparent.class,
                Traceparent.parse(record.headers().get(Headers.TRACEPARENT)).child());
    }
}
