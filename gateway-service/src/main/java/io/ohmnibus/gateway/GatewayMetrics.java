/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.OcppErrorCode;
import io.ohmnibus.ocpp.codec.Tolerance;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What operators see of the edge. No label holds a station: there are too many of them. */
@Component
public final class GatewayMetrics {

    private static final String PREFIX = "ohmnibus.gateway.";
    private static final String ACTION = "action";
    private static final String OUTCOME = "outcome";
    private static final String CAUSE = "cause";
    private static final String NO_ACTION = "none";

    private final MeterRegistry registry;
    private final Map<Action, Timer> answered = new EnumMap<>(Action.class);
    private final Map<Action, Counter> received = new EnumMap<>(Action.class);
    private final Map<OcppErrorCode, Counter> callErrors = new EnumMap<>(OcppErrorCode.class);
    private final Counter lateReplies;
    private final Counter unmatchedLate;
    private final Counter unmatchedUnknown;
    private final Counter throttled;
    private final Counter malformed;

    GatewayMetrics(MeterRegistry registry) {
        this.registry = registry;
        for (Action action : Action.values()) {
            received.put(
                    action, frames("in", action, action.kind().name().toLowerCase(Locale.ROOT)));
            answered.put(action, registry.timer(PREFIX + "calls", ACTION, action.wireName()));
        }
        for (OcppErrorCode code : OcppErrorCode.values()) {
            callErrors.put(code, registry.counter(PREFIX + "callerrors", "code", code.wireName()));
        }
        lateReplies = registry.counter(PREFIX + "replies.late");
        unmatchedLate = registry.counter(PREFIX + "results.unmatched", CAUSE, "late");
        unmatchedUnknown = registry.counter(PREFIX + "results.unmatched", CAUSE, "unknown");
        throttled = registry.counter(PREFIX + "messages.throttled");
        malformed = registry.counter(PREFIX + "frames.malformed");
    }

    private Counter frames(String direction, @Nullable Action action, String kind) {
        return registry.counter(
                PREFIX + "frames",
                "direction",
                direction,
                ACTION,
                action == null ? NO_ACTION : action.wireName(),
                "kind",
                kind);
    }

    /** Watches how many stations are connected. */
    public void connections(Supplier<Number> count) {
        Gauge.builder(PREFIX + "connections", count).strongReference(true).register(registry);
    }

    /** Watches how many CALLs wait for a service. */
    public void pendingCalls(Supplier<Number> count) {
        Gauge.builder(PREFIX + "calls.pending", count).strongReference(true).register(registry);
    }

    public void handshake(String outcome) {
        registry.counter(PREFIX + "handshakes", OUTCOME, outcome).increment();
    }

    /** A station was closed for what it did. */
    public void closed(String cause) {
        registry.counter(PREFIX + "closed", CAUSE, cause).increment();
    }

    /** A message had to wait, for its station sent too many. */
    public void throttled() {
        throttled.increment();
    }

    /** A message broke a rule that its station may break. */
    public void deviation(Tolerance kind) {
        registry.counter(PREFIX + "deviations", "kind", kind.name().toLowerCase(Locale.ROOT))
                .increment();
    }

    /** A station could not process our answer. */
    public void callResultError(OcppErrorCode code) {
        registry.counter(PREFIX + "callresulterrors", "code", code.wireName()).increment();
    }

    /** A CALL or SEND came in. */
    public void received(Action action) {
        counted(received, action);
    }

    /** A CALLRESULT, CALLERROR or CALLRESULTERROR came in. */
    public void result(Action action, String kind) {
        frames("in", action, kind).increment();
    }

    /** A CALL of ours went out. */
    public void sent(Action action) {
        frames("out", action, "call").increment();
    }

    /** A CALL of a station was answered with a CALLRESULT. */
    public void answered(Action action, long nanos) {
        Timer timer = answered.get(action);
        if (timer != null) {
            timer.record(nanos, TimeUnit.NANOSECONDS);
        }
    }

    /** A CALLERROR or CALLRESULTERROR went out. */
    public void callError(OcppErrorCode code) {
        counted(callErrors, code);
    }

    private static <K> void counted(Map<K, Counter> counters, K key) {
        Counter counter = counters.get(key);
        if (counter != null) {
            counter.increment();
        }
    }

    /** A CALL got no answer from its service: {@code timeout}, {@code bus}, and so on. */
    public void unanswered(String cause) {
        registry.counter(PREFIX + "calls.unanswered", CAUSE, cause).increment();
    }

    /** What is kept as well as possible was lost: {@code send}, {@code quarantine} and so on. */
    public void lost(String what) {
        registry.counter(PREFIX + "records.lost", "what", what).increment();
    }

    public void lateReply() {
        lateReplies.increment();
    }

    /** A result came that belongs to no CALL of ours, or to none any more. */
    public void unmatchedResult(boolean late) {
        (late ? unmatchedLate : unmatchedUnknown).increment();
    }

    public void malformedFrame() {
        malformed.increment();
    }

    public void command(Action action, String outcome) {
        registry.counter(PREFIX + "commands", ACTION, action.wireName(), OUTCOME, outcome)
                .increment();
    }
}
