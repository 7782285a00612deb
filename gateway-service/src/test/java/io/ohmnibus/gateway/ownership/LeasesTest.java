/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.ohmnibus.gateway.GatewayInstance;
import io.ohmnibus.gateway.InstanceProperties;
import io.ohmnibus.platform.bus.Bus;
import io.ohmnibus.platform.bus.BusListener;
import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.bus.Followed;
import io.ohmnibus.platform.bus.PairedListener;
import io.ohmnibus.platform.bus.Reading;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

final class LeasesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    /** What stands on the topic, in order. */
    private final List<BusRecord> topic = new ArrayList<>();

    /** Takes what is sent, and is read by the test. */
    private final class Topic implements Bus {

        @Override
        public Mono<Void> send(BusRecord record) {
            return Mono.fromRunnable(() -> topic.add(record));
        }

        @Override
        public void offer(BusRecord record, Runnable lost) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Reading group(String group, Collection<String> topics, BusListener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Followed own(String topic, int partition, BusListener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Followed resumed(String topic, int partition, BusListener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Mono<Void> since(String topic, Instant from, BusListener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Followed table(String topic, BusListener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Reading paired(
                String group, Collection<String> tables, String stream, PairedListener listener) {
            throw new UnsupportedOperationException();
        }
    }

    /** One life of an instance, by a clock of its own. */
    private final class Life {

        private final OwnershipMetrics metrics = new OwnershipMetrics(new SimpleMeterRegistry());
        private final Fence fence = new Fence(new KnownConnections(metrics), metrics);
        private final FleetClock clock;
        private final Leases leases;
        private int read;

        Life(int ordinal, Duration skew) {
            clock = new FleetClock(Clock.fixed(NOW.plus(skew), ZoneOffset.UTC), () -> 0);
            leases =
                    new Leases(
                            new Topic(),
                            fence,
                            new GatewayInstance(ordinal),
                            new InstanceProperties(Duration.ofSeconds(30), Duration.ZERO),
                            clock);
        }

        void reads() {
            for (; read < topic.size(); read++) {
                leases.on(topic.get(read)).block();
            }
        }

        void renews() {
            leases.renew().block();
        }
    }

    private void turn(Life... lives) {
        for (Life life : lives) {
            life.reads();
            life.renews();
        }
    }

    @Test // F29
    void tellInstancesTheTimeOfWhoIsFurthestAhead() {
        Life ahead = new Life(0, Duration.ofMinutes(10));
        Life behind = new Life(1, Duration.ofMinutes(-10));
        turn(ahead, behind, ahead);
        assertThat(behind.clock.millis()).isEqualTo(ahead.clock.millis());
        assertThat(ahead.clock.millis()).isEqualTo(NOW.plus(Duration.ofMinutes(10)).toEpochMilli());
    }

    @Test // F53
    void makeAnEarlierLifeStandBackWhoseClockIsAhead() {
        Life earlier = new Life(0, Duration.ofMinutes(10));
        turn(earlier, earlier);
        Life later = new Life(0, Duration.ZERO);
        turn(later, earlier, later, earlier, later);
        assertThat(earlier.fence.isShut()).isTrue();
        assertThat(later.fence.isShut()).isFalse();
    }

    @Test // F53
    void makeThisLifeStandBackWhenAnotherIsStarted() {
        Life earlier = new Life(0, Duration.ZERO);
        turn(earlier);
        Life later = new Life(0, Duration.ofSeconds(3));
        turn(later, earlier, later);
        assertThat(earlier.fence.isShut()).isTrue();
        assertThat(later.fence.isShut()).isFalse();
    }
}
