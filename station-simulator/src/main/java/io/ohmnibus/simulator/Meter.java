/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator;

import io.ohmnibus.ocpp.type.LocationEnum;
import io.ohmnibus.ocpp.type.MeasurandEnum;
import io.ohmnibus.ocpp.type.MeterValue;
import io.ohmnibus.ocpp.type.PhaseEnum;
import io.ohmnibus.ocpp.type.ReadingContextEnum;
import io.ohmnibus.ocpp.type.SampledValue;
import io.ohmnibus.ocpp.type.UnitOfMeasure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The energy meter of an EVSE: three phases, exact decimals, a register that only grows. */
final class Meter {

    private static final BigDecimal SECONDS_AN_HOUR = BigDecimal.valueOf(3600);
    private static final List<PhaseEnum> PHASES =
            List.of(PhaseEnum.L1_N, PhaseEnum.L2_N, PhaseEnum.L3_N);
    private static final List<PhaseEnum> LINES = List.of(PhaseEnum.L1, PhaseEnum.L2, PhaseEnum.L3);

    private final Random random;
    private BigDecimal register;
    private BigDecimal power = BigDecimal.ZERO;

    Meter(long seed) {
        this.random = new Random(seed);
        this.register = BigDecimal.valueOf(random.nextInt(1_000_000), 0).setScale(1);
    }

    /** What the register reads, in Wh. */
    BigDecimal register() {
        return register;
    }

    /** The power that flows, in W; 0 when none does. */
    BigDecimal power() {
        return power;
    }

    /** Lets power flow, about as much as a car draws from 16 A on three phases. */
    void flow() {
        power = BigDecimal.valueOf(10_800 + random.nextInt(200));
    }

    void stop() {
        power = BigDecimal.ZERO;
    }

    /** Lets time pass at the present power. */
    void pass(Duration time) {
        if (power.signum() > 0) {
            add(
                    power.multiply(BigDecimal.valueOf(time.toMillis(), 3))
                            .divide(SECONDS_AN_HOUR, 1, RoundingMode.HALF_UP));
            flow();
        }
    }

    /** Counts energy, in Wh. */
    void add(BigDecimal energy) {
        if (energy.signum() < 0) {
            throw new IllegalArgumentException("a register never runs backwards: " + energy);
        }
        register = register.add(energy).setScale(1, RoundingMode.HALF_UP);
    }

    /** The measurands as they are now; null when none is wanted. */
    @Nullable List<MeterValue> read(
            Instant at, ReadingContextEnum context, Set<String> measurands) {
        var samples = new ArrayList<SampledValue>();
        if (measurands.contains(MeasurandEnum.ENERGY_ACTIVE_IMPORT_REGISTER.wireName())) {
            samples.add(
                    sample(
                            register,
                            MeasurandEnum.ENERGY_ACTIVE_IMPORT_REGISTER,
                            context,
                            null,
                            "Wh"));
        }
        if (measurands.contains(MeasurandEnum.POWER_ACTIVE_IMPORT.wireName())) {
            samples.add(sample(power, MeasurandEnum.POWER_ACTIVE_IMPORT, context, null, "W"));
        }
        for (int i = 0; i < PHASES.size(); i++) {
            var voltage = BigDecimal.valueOf(2280 + random.nextInt(40), 1);
            if (measurands.contains(MeasurandEnum.VOLTAGE.wireName())) {
                samples.add(sample(voltage, MeasurandEnum.VOLTAGE, context, PHASES.get(i), "V"));
            }
            if (measurands.contains(MeasurandEnum.CURRENT_IMPORT.wireName())) {
                var current =
                        power.divide(
                                voltage.multiply(BigDecimal.valueOf(3)), 2, RoundingMode.HALF_UP);
                samples.add(
                        sample(current, MeasurandEnum.CURRENT_IMPORT, context, LINES.get(i), "A"));
            }
        }
        return samples.isEmpty() ? null : List.of(new MeterValue(samples, at, null));
    }

    private static SampledValue sample(
            BigDecimal value,
            MeasurandEnum measurand,
            ReadingContextEnum context,
            @Nullable PhaseEnum phase,
            String unit) {
        return new SampledValue(
                value,
                measurand,
                context,
                phase,
                LocationEnum.OUTLET,
                null,
                new UnitOfMeasure(unit, 0, null),
                null);
    }
}
