/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.admission;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Wrong credentials of late, by identity and by address. Only the answer to wrong ones is made to
 * wait: whoever brings the right ones is never locked out by those who guess.
 */
final class FailedAttempts {

    private static final Duration MEMORY = Duration.ofMinutes(15);
    private static final int REMEMBERED = 100_000;
    private static final int MAX_DOUBLINGS = 20;

    private final int free;
    private final Duration maxDelay;
    private final Cache<Object, Integer> counts;

    FailedAttempts(int free, Duration maxDelay, LongSupplier nanos) {
        this.free = free;
        this.maxDelay = maxDelay;
        this.counts =
                Caffeine.newBuilder()
                        .expireAfterWrite(MEMORY)
                        .maximumSize(REMEMBERED)
                        .ticker(nanos::getAsLong)
                        .build();
    }

    /** Counts one more, and tells how long it has to wait for its answer. */
    Duration add(StationKey station, String address) {
        int before = Math.max(count(station), count(address)) - 1 - free;
        if (before < 0) {
            return Duration.ZERO;
        }
        Duration delay = Duration.ofSeconds(1L << Math.min(before, MAX_DOUBLINGS));
        return delay.compareTo(maxDelay) > 0 ? maxDelay : delay;
    }

    private int count(Object who) {
        return counts.asMap().merge(who, 1, Integer::sum);
    }
}
