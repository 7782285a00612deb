/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.j;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.WireEnum;
import io.ohmnibus.ocpp.constraint.Since;
import io.ohmnibus.ocpp.type.LocationEnum;
import io.ohmnibus.ocpp.type.MeasurandEnum;
import io.ohmnibus.ocpp.type.PhaseEnum;
import io.ohmnibus.ocpp.type.ReadingContextEnum;
import io.ohmnibus.ocpp.type.SampledValue;
import io.ohmnibus.ocpp.type.UnitOfMeasure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Samples in which every measurand meets every phase, location and context of a version, and each
 * of these every other; each may be absent too. Units and multipliers take turns.
 */
final class Samples {

    private static final List<@Nullable UnitOfMeasure> UNITS =
            Arrays.asList(
                    null,
                    new UnitOfMeasure("Wh", null, null),
                    new UnitOfMeasure("kWh", 0, null),
                    new UnitOfMeasure("W", 3, null),
                    new UnitOfMeasure("A", -3, null),
                    new UnitOfMeasure("Celsius", 12, null),
                    new UnitOfMeasure(null, -12, null),
                    new UnitOfMeasure("furlongs / fortnight", 1, null));

    private final List<@Nullable MeasurandEnum> measurands;
    private final List<@Nullable PhaseEnum> phases;
    private final List<@Nullable LocationEnum> locations;
    private final List<@Nullable ReadingContextEnum> contexts;
    private final List<SampledValue> all = new ArrayList<>();

    private Samples(OcppVersion version) {
        measurands = known(MeasurandEnum.class, version);
        phases = known(PhaseEnum.class, version);
        locations = known(LocationEnum.class, version);
        contexts = known(ReadingContextEnum.class, version);
    }

    static List<SampledValue> of(OcppVersion version) {
        Samples samples = new Samples(version);
        samples.addPairs();
        return samples.all;
    }

    /** The constants that a version knows, and null for none. */
    private static <E extends Enum<E> & WireEnum> List<@Nullable E> known(
            Class<E> type, OcppVersion version) {
        List<@Nullable E> known = new ArrayList<>();
        known.add(null);
        for (E constant : type.getEnumConstants()) {
            Since since = since(type, constant.name());
            if (since == null || version == OcppVersion.V2_1) {
                known.add(constant);
            }
        }
        return known;
    }

    private static @Nullable Since since(Class<?> type, String name) {
        try {
            return type.getField(name).getAnnotation(Since.class);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    private void addPairs() {
        int[] sizes = {measurands.size(), phases.size(), locations.size(), contexts.size()};
        for (int first = 0; first < sizes.length; first++) {
            for (int second = first + 1; second < sizes.length; second++) {
                for (int i = 0; i < sizes[first] * sizes[second]; i++) {
                    int[] at = new int[sizes.length];
                    for (int other = 0; other < at.length; other++) {
                        at[other] = (all.size() + other) % sizes[other];
                    }
                    at[first] = i / sizes[second];
                    at[second] = i % sizes[second];
                    add(at);
                }
            }
        }
    }

    private void add(int[] at) {
        int number = all.size();
        all.add(
                new SampledValue(
                        BigDecimal.valueOf(number * 17L - 1000, number % 5),
                        measurands.get(at[0]),
                        contexts.get(at[3]),
                        phases.get(at[1]),
                        locations.get(at[2]),
                        null,
                        UNITS.get(number % UNITS.size()),
                        null));
    }
}
