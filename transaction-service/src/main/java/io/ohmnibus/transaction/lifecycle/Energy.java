/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.lifecycle;

import io.ohmnibus.transaction.metering.RegisterReading;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The first and the last register reading of a transaction (J02.FR.16).
 *
 * @param flags what is wrong with the readings in between
 */
record Energy(
        @Nullable RegisterReading first, @Nullable RegisterReading last, Set<DataQuality> flags) {

    static final Energy NONE = new Energy(null, null, Set.of());

    /** No charger delivers more: 4 MW, the upper end of megawatt charging. */
    private static final BigDecimal MAX_WATTS = BigDecimal.valueOf(4_000_000);

    private static final BigDecimal MILLIS_PER_HOUR = BigDecimal.valueOf(3_600_000);

    Energy {
        flags = Set.copyOf(flags);
    }

    /** After the readings of an event that is not the end: each continues the one before. */
    Energy then(List<RegisterReading> readings) {
        Energy energy = this;
        for (RegisterReading reading : readings) {
            energy = energy.then(reading);
        }
        return energy;
    }

    /**
     * After the readings of the Ended event. It may repeat all readings of the transaction
     * (J02.FR.10), so only its newest one continues; its oldest one may tell the start.
     */
    Energy thenFinally(List<RegisterReading> readings) {
        if (readings.isEmpty()) {
            return this;
        }
        Energy own = NONE.then(readings);
        RegisterReading oldest = readings.getFirst();
        RegisterReading known = first;
        boolean tellsStart = known == null || oldest.sampledAt().isBefore(known.sampledAt());
        Energy continued = then(readings.getLast());
        return new Energy(
                tellsStart ? oldest : known,
                readings.getLast(),
                DataQuality.union(continued.flags, own.flags));
    }

    private Energy then(RegisterReading reading) {
        RegisterReading before = last;
        if (before == null) {
            return new Energy(reading, reading, flags);
        }
        return new Energy(first, reading, DataQuality.union(flags, difference(before, reading)));
    }

    private static Set<DataQuality> difference(RegisterReading before, RegisterReading after) {
        BigDecimal energy = after.energyWh().subtract(before.energyWh());
        if (energy.signum() < 0) {
            return Set.of(DataQuality.METER_REGRESSION);
        }
        long millis = Duration.between(before.sampledAt(), after.sampledAt()).toMillis();
        boolean tooFast =
                millis > 0
                        && energy.multiply(MILLIS_PER_HOUR)
                                        .compareTo(MAX_WATTS.multiply(BigDecimal.valueOf(millis)))
                                > 0;
        return tooFast ? Set.of(DataQuality.METER_IMPLAUSIBLE) : Set.of();
    }

    /** What was imported, in Wh; null without two readings, or when the register went down. */
    @Nullable BigDecimal total() {
        RegisterReading from = first;
        RegisterReading to = last;
        if (from == null || to == null || from.equals(to)) {
            return null;
        }
        BigDecimal total = to.energyWh().subtract(from.energyWh());
        return total.signum() < 0 ? null : total;
    }
}
