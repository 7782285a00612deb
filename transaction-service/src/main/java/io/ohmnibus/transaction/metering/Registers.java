/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.metering;

import io.ohmnibus.ocpp.type.LocationEnum;
import io.ohmnibus.ocpp.type.MeasurandEnum;
import io.ohmnibus.ocpp.type.MeterValue;
import io.ohmnibus.ocpp.type.SampledValue;
import io.ohmnibus.ocpp.type.UnitOfMeasure;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the register of imported active energy, and sees values that cannot be true. */
public final class Registers {

    private static final int MAX_DIGITS = 30;
    private static final int MAX_SCALE = 18;
    private static final int MAX_MULTIPLIER = 12;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Registers() {}

    /**
     * The readings of the whole register at the outlet, oldest first. An absent measurand, location
     * or unit means Energy.Active.Import.Register, Outlet, Wh (Part 2, SampledValueType); values of
     * single phases are left out.
     */
    public static List<RegisterReading> readings(@Nullable List<MeterValue> meterValues) {
        return meterValues == null
                ? List.of()
                : meterValues.stream()
                        .flatMap(Registers::readings)
                        .sorted(Comparator.comparing(RegisterReading::sampledAt))
                        .toList();
    }

    private static Stream<RegisterReading> readings(MeterValue meterValue) {
        Instant sampledAt = meterValue.timestamp().truncatedTo(ChronoUnit.MILLIS); // as on the wire
        return meterValue.sampledValue().stream()
                .filter(Registers::isImportRegister)
                .filter(sample -> isStorable(sample.value()))
                .flatMap(sample -> wattHours(sample).stream())
                .map(energy -> new RegisterReading(energy, sampledAt));
    }

    private static boolean isImportRegister(SampledValue sample) {
        MeasurandEnum measurand = sample.measurand();
        LocationEnum location = sample.location();
        return (measurand == null || measurand == MeasurandEnum.ENERGY_ACTIVE_IMPORT_REGISTER)
                && (location == null || location == LocationEnum.OUTLET)
                && sample.phase() == null;
    }

    private static Optional<BigDecimal> wattHours(SampledValue sample) {
        UnitOfMeasure unit = sample.unitOfMeasure();
        String name = unit == null || unit.unit() == null ? "Wh" : unit.unit();
        int multiplier = unit == null || unit.multiplier() == null ? 0 : unit.multiplier();
        if (Math.abs(multiplier) > MAX_MULTIPLIER) {
            return Optional.empty();
        }
        BigDecimal value = sample.value().scaleByPowerOfTen(multiplier);
        return switch (name) {
            case "Wh" -> Optional.of(value);
            case "kWh" -> Optional.of(value.scaleByPowerOfTen(3));
            default -> Optional.empty();
        };
    }

    /** False for numbers that no meter shows and that arithmetic would choke on (A33, A34). */
    public static boolean isStorable(BigDecimal value) {
        return value.precision() <= MAX_DIGITS && Math.abs(value.scale()) <= MAX_SCALE;
    }

    /**
     * A negative register, a state of charge outside 0 to 100 %, a number beyond any meter (A34).
     */
    public static boolean anyImplausible(@Nullable List<MeterValue> meterValues) {
        return meterValues != null
                && meterValues.stream()
                        .flatMap(meterValue -> meterValue.sampledValue().stream())
                        .anyMatch(Registers::isImplausible);
    }

    private static boolean isImplausible(SampledValue sample) {
        if (!isStorable(sample.value())) {
            return true;
        }
        if (sample.measurand() == MeasurandEnum.SOC) {
            return sample.value().signum() < 0 || sample.value().compareTo(HUNDRED) > 0;
        }
        return isImportRegister(sample) && sample.value().signum() < 0;
    }
}
