/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.ohmnibus.contracts.gateway.StationConnection;
import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

final class FenceTest { // F53

    private static final StationKey STATION = new StationKey("default", "CS-1");
    private static final StationConnection OLD =
            StationConnection.opened("a", 0, "ocpp2.1", Instant.EPOCH, "1.2.3.4:5");

    private final OwnershipMetrics metrics = new OwnershipMetrics(new SimpleMeterRegistry());
    private final KnownConnections connections = new KnownConnections(metrics);
    private final Fence fence = new Fence(connections, metrics);

    private AtomicBoolean passing() {
        AtomicBoolean passed = new AtomicBoolean();
        fence.passed(STATION, OLD)
                .subscribe(nothing -> {}, Throwable::printStackTrace, () -> passed.set(true));
        return passed;
    }

    @Test
    void letsNothingPassUntilTheDirectoryWasRead() {
        AtomicBoolean passed = passing();
        assertThat(passed).isFalse();
        fence.proven(System.nanoTime() - Fence.FRESH.toNanos()); // read, but that was long ago
        assertThat(passed).isFalse();
        fence.proven(System.nanoTime());
        assertThat(passed).isTrue();
        assertThat(passing()).isTrue();
    }

    @Test
    void neverLetsAReplacedConnectionPass() {
        AtomicBoolean passed = passing();
        connections.put(STATION, OLD.inEpoch(1).ended(Instant.EPOCH, "the same"));
        connections.put(
                STATION,
                StationConnection.opened("b", 1, "ocpp2.1", Instant.EPOCH, "1.2.3.4:6").inEpoch(2));
        fence.proven(System.nanoTime());
        assertThat(passed).isFalse();
        assertThat(passing()).isFalse();
    }

    @Test
    void staysShutForALifeThatWasReplaced() {
        fence.shut();
        fence.proven(System.nanoTime());
        assertThat(fence.open()).isFalse();
        assertThat(passing()).isFalse();
    }
}
