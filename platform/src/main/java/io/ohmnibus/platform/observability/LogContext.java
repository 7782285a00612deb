/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.observability;

import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.MDC;

/**
 * What log lines say about the message or request they are written for, besides their text. It does
 * not follow a reactive chain from thread to thread, for that costs as much as all the rest: put it
 * around the place that logs.
 */
public final class LogContext {

    public static final String STATION = "station";
    public static final String ACTION = "action";
    public static final String MESSAGE_ID = "messageId";
    public static final String TRACE_ID = "traceId";

    /** The one to start from. */
    public static final LogContext EMPTY = new LogContext(Map.of());

    private final Map<String, String> entries;

    private LogContext(Map<String, String> entries) {
        this.entries = entries;
    }

    /** The station by the key of its records, {@code tenant/stationId}. */
    public LogContext station(String key) {
        return with(STATION, key);
    }

    public LogContext action(String wireName) {
        return with(ACTION, wireName);
    }

    public LogContext messageId(String messageId) {
        return with(MESSAGE_ID, messageId);
    }

    public LogContext trace(Traceparent trace) {
        return with(TRACE_ID, trace.traceId());
    }

    /** Runs what logs; its lines carry these entries. */
    public void around(Runnable logging) {
        Map<String, String> before = MDC.getCopyOfContextMap();
        entries.forEach(MDC::put);
        try {
            logging.run();
        } finally {
            if (before == null) {
                MDC.clear();
            } else {
                MDC.setContextMap(before);
            }
        }
    }

    private LogContext with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(entries);
        more.put(name, value);
        return new LogContext(more);
    }
}
