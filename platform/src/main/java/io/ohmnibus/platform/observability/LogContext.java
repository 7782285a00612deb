/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.observability;

import io.ohmnibus.platform.ocpp.StationKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.MDC;
import reactor.util.context.Context;

/**
 * What every log line says about the message or request it was written for. Put around a chain with
 * {@code contextWrite}; it follows the chain from thread to thread into the log.
 */
public final class LogContext implements Function<Context, Context> {

    public static final String STATION = "station";
    public static final String ACTION = "action";
    public static final String MESSAGE_ID = "messageId";
    public static final String TRACE_ID = "traceId";

    /** The one to start from. */
    public static final LogContext EMPTY = new LogContext(Map.of());

    static final String KEY = LogContext.class.getName();

    private static final List<String> NAMES = List.of(STATION, ACTION, MESSAGE_ID, TRACE_ID);

    private final Map<String, String> entries;

    private LogContext(Map<String, String> entries) {
        this.entries = entries;
    }

    public LogContext station(StationKey station) {
        return station(station.toString());
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

    /** The context of a chain, with these entries over those it has. */
    @Override
    public Context apply(Context context) {
        LogContext outer = context.getOrDefault(KEY, EMPTY);
        Map<String, String> all = new LinkedHashMap<>(outer == null ? Map.of() : outer.entries);
        all.putAll(entries);
        return context.put(KEY, new LogContext(Map.copyOf(all)));
    }

    static LogContext ofThread() {
        Map<String, String> entries = new LinkedHashMap<>();
        for (String name : NAMES) {
            String value = MDC.get(name);
            if (value != null) {
                entries.put(name, value);
            }
        }
        return entries.isEmpty() ? EMPTY : new LogContext(Map.copyOf(entries));
    }

    void toThread() {
        for (String name : NAMES) {
            String value = entries.get(name);
            if (value == null) {
                MDC.remove(name);
            } else {
                MDC.put(name, value);
            }
        }
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    private LogContext with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(entries);
        more.put(name, value);
        return new LogContext(Map.copyOf(more));
    }
}
