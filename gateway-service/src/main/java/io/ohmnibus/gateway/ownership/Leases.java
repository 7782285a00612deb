/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.ownership;

import io.ohmnibus.gateway.GatewayInstance;
import io.ohmnibus.gateway.InstanceProperties;
import io.ohmnibus.platform.bus.Bus;
import io.ohmnibus.platform.bus.BusJson;
import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.bus.MalformedRecord;
import io.ohmnibus.platform.bus.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Which gateway instances live. Each writes a sign of life again and again; the others measure, by
 * their own timers, how long they have not heard of it. Nobody judges while the brokers are silent:
 * only the time counts in which an instance heard itself.
 */
@Component
public final class Leases {

    private static final Logger log = LoggerFactory.getLogger(Leases.class);

    private final Bus bus;
    private final Fence fence;
    private final FleetClock clock;
    private final Duration term;
    private final Map<Integer, Long> heardAt = new ConcurrentHashMap<>();
    private final Set<Integer> left = ConcurrentHashMap.newKeySet();
    private volatile long hearingSince = System.nanoTime();
    private volatile Lease mine;

    /** Whether the others may have read of this life. */
    private volatile boolean told;

    Leases(
            Bus bus,
            Fence fence,
            GatewayInstance instance,
            InstanceProperties properties,
            FleetClock clock) {
        this.clock = clock;
        this.bus = bus;
        this.fence = fence;
        this.term = properties.lease();
        this.mine =
                new Lease(
                        instance.ordinal(), UUID.randomUUID().toString(), clock.own(), false, null);
    }

    /** Takes a record of {@code gateway.instances}. */
    public Mono<Void> on(BusRecord record) {
        try {
            take(BusJson.read(record.body(), Lease.class));
        } catch (MalformedRecord unreadable) {
            log.error("The lease of gateway {} is unreadable", record.key(), unreadable);
        }
        return Mono.empty();
    }

    private void take(Lease lease) {
        int ordinal = lease.ordinal();
        Instant theirs = lease.at();
        if (theirs != null && !lease.life().equals(mine.life())) {
            clock.heard(theirs);
        }
        if (lease.left()) {
            left.add(ordinal);
            return;
        }
        left.remove(ordinal);
        long now = System.nanoTime();
        Long before = heardAt.put(ordinal, now);
        if (ordinal != mine.ordinal()) {
            return;
        }
        if (before == null || now - before > term.toNanos() / 2) {
            hearingSince = now;
        }
        if (lease.life().equals(mine.life()) || !lease.supersedes(mine)) {
            return;
        }
        if (!told) {
            mine = mine.after(lease); // an earlier life, by a clock that is ahead of ours
        } else {
            log.error("Gateway {} was started a second time; this one stands back", ordinal);
            fence.shut();
        }
    }

    /** Gives a sign of life. */
    public Mono<Void> renew() {
        return put(mine.at(clock.own())).doOnSubscribe(_ -> told = true);
    }

    /** Says that this instance has ended in good order. */
    public Mono<Void> leave() {
        return put(mine.leaving());
    }

    private Mono<Void> put(Lease lease) {
        int ordinal = mine.ordinal();
        return fence.isShut()
                ? Mono.empty()
                : bus.send(
                        new BusRecord(
                                Topics.INSTANCES,
                                ordinal,
                                String.valueOf(ordinal),
                                BusJson.write(lease),
                                Map.of()));
    }

    /** Whether that instance left, or was not heard of for the term of a lease. */
    public boolean lapsed(int ordinal) {
        long now = System.nanoTime();
        Long own = heardAt.get(mine.ordinal());
        boolean hearing = own != null && now - own < term.toNanos() / 2;
        return hearing && ordinal != mine.ordinal() && (left.contains(ordinal) || silent(ordinal));
    }

    private boolean silent(int ordinal) {
        long since = Math.max(heardAt.getOrDefault(ordinal, hearingSince), hearingSince);
        return System.nanoTime() - since > term.toNanos();
    }

    /** Whether this is the first of the instances that live; what one must do falls to it. */
    public boolean first() {
        return heardAt.keySet().stream()
                .noneMatch(ordinal -> ordinal < mine.ordinal() && !lapsed(ordinal));
    }
}
