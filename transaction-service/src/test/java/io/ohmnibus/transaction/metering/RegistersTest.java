/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.type.LocationEnum;
import io.ohmnibus.ocpp.type.MeasurandEnum;
import io.ohmnibus.ocpp.type.MeterValue;
import io.ohmnibus.ocpp.type.PhaseEnum;
import io.ohmnibus.ocpp.type.SampledValue;
import io.ohmnibus.ocpp.type.UnitOfMeasure;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RegistersTest {

    private static final Instant T0 = Instant.parse("2026-03-01T10:00:00Z");

    private static SampledValue sample(
            String value,
            @Nullable MeasurandEnum measurand,
            @Nullable PhaseEnum phase,
            @Nullable LocationEnum location,
            @Nullable UnitOfMeasure unit) {
        return new SampledValue(
                new BigDecimal(value), measurand, null, phase, location, null, unit, null);
    }

    private static List<BigDecimal> energies(SampledValue... samples) {
        return Registers.readings(List.of(new MeterValue(List.of(samples), T0, null))).stream()
                .map(RegisterReading::energyWh)
                .toList();
    }

    @Test
    void readsTheRegisterInWattHours() {
        assertThat(
                        energies(
                                sample("12.5", null, null, null, null),
                                sample("3.25", null, null, null, unit("kWh", null)),
                                sample("4", null, null, LocationEnum.OUTLET, unit("Wh", 3))))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(
                        new BigDecimal("12.5"), new BigDecimal("3250"), new BigDecimal("4000"));
    }

    @Test
    void leavesOutWhatIsNotTheWholeRegister() {
        assertThat(
                        energies(
                                sample("1", MeasurandEnum.POWER_ACTIVE_IMPORT, null, null, null),
                                sample("1", null, PhaseEnum.L1, null, null),
                                sample("1", null, null, LocationEnum.INLET, null),
                                sample("1", null, null, null, unit("varh", null)),
                                sample("1", null, null, null, unit("Wh", 999)),
                                sample("1e900", null, null, null, null)))
                .isEmpty();
    }

    @Test
    void sortsByTime() {
        List<RegisterReading> readings =
                Registers.readings(
                        List.of(
                                new MeterValue(
                                        List.of(sample("2", null, null, null, null)),
                                        T0.plusSeconds(60),
                                        null),
                                new MeterValue(
                                        List.of(sample("1", null, null, null, null)), T0, null)));

        assertThat(readings).extracting(RegisterReading::sampledAt).isSorted();
        assertThat(Registers.readings(null)).isEmpty();
    }

    private static UnitOfMeasure unit(String unit, @Nullable Integer multiplier) {
        return new UnitOfMeasure(unit, multiplier, null);
    }
}
