/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.ownership;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** What operators see of who holds which station. */
@Component
public final class OwnershipMetrics {

    private static final String PREFIX = "ohmnibus.gateway.";
    private static final String FENCED = PREFIX + "fenced";
    private static final String KIND = "kind";

    private final MeterRegistry registry;
    private final Counter held;
    private final Counter refused;

    OwnershipMetrics(MeterRegistry registry) {
        this.registry = registry;
        held = registry.counter(FENCED, KIND, "waited");
        refused = registry.counter(FENCED, KIND, "replaced");
    }

    void directorySize(Supplier<Number> size) {
        Gauge.builder(PREFIX + "directory.size", size).strongReference(true).register(registry);
    }

    void directoryAge(Supplier<Duration> age) {
        Gauge.builder(PREFIX + "directory.age", () -> age.get().toMillis() / 1000.0)
                .baseUnit("seconds")
                .strongReference(true)
                .register(registry);
    }

    /** Watches how many commands wait for their stations in the partitions routed here. */
    public void waitingCommands(Supplier<Number> count) {
        Gauge.builder(PREFIX + "commands.waiting", count).strongReference(true).register(registry);
    }

    /** Something had to wait until the directory was known again. */
    void held() {
        held.increment();
    }

    /** Something was not sent, for the station is connected anew. */
    void fenced() {
        refused.increment();
    }

    /**
     * A connection gave way to a newer one: {@code here}, or with an instance {@code elsewhere}.
     */
    public void takeover(String where) {
        registry.counter(PREFIX + "takeovers", "where", where).increment();
    }

    /**
     * A connection was ended for an instance that is gone: {@code own} earlier life, or another.
     */
    public void ghost(String instance) {
        registry.counter(PREFIX + "ghosts.ended", "instance", instance).increment();
    }

    /** A station was sent away because this instance stops; in time, or in the middle of a CALL. */
    public void drained(boolean settled) {
        registry.counter(PREFIX + "drained", "settled", String.valueOf(settled)).increment();
    }
}
