/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.metering;

import io.ohmnibus.ocpp.WireEnum;
import io.ohmnibus.ocpp.type.LocationEnum;
import io.ohmnibus.ocpp.type.MeasurandEnum;
import io.ohmnibus.ocpp.type.MeterValue;
import io.ohmnibus.ocpp.type.ReadingContextEnum;
import io.ohmnibus.ocpp.type.SampledValue;
import io.ohmnibus.ocpp.type.SignedMeterValue;
import io.ohmnibus.ocpp.type.UnitOfMeasure;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One value among the {@code samples} of a message in the table {@code measurements}, with what is
 * absent in the message filled in as the specification defines it.
 *
 * @param ordinal its place in the message
 * @param signed as JSON
 * @param value as sent: times ten to the power of {@code multiplier} in {@code unit}
 */
record MeterValueRow(
        int ordinal,
        Instant sampledAt,
        String measurand,
        String context,
        @Nullable String phase,
        String location,
        BigDecimal value,
        String unit,
        int multiplier,
        @Nullable String signed) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** All values of a message that a number column can hold. */
    static List<MeterValueRow> of(List<MeterValue> meterValues) {
        List<MeterValueRow> rows = new ArrayList<>();
        for (MeterValue meterValue : meterValues) {
            for (SampledValue sample : meterValue.sampledValue()) {
                if (Registers.isStorable(sample.value())) {
                    rows.add(of(rows.size(), meterValue.timestamp(), sample));
                }
            }
        }
        return rows;
    }

    private static MeterValueRow of(int ordinal, Instant sampledAt, SampledValue sample) {
        UnitOfMeasure unit = sample.unitOfMeasure();
        Integer multiplier = unit == null ? null : unit.multiplier();
        return new MeterValueRow(
                ordinal,
                sampledAt,
                name(sample.measurand(), MeasurandEnum.ENERGY_ACTIVE_IMPORT_REGISTER),
                name(sample.context(), ReadingContextEnum.SAMPLE_PERIODIC),
                sample.phase() == null ? null : sample.phase().wireName(),
                name(sample.location(), LocationEnum.OUTLET),
                sample.value(),
                unit == null || unit.unit() == null ? "Wh" : unit.unit().replace('\0', '\uFFFD'),
                multiplier == null ? 0 : multiplier,
                signed(sample.signedMeterValue()));
    }

    private static @Nullable String signed(@Nullable SignedMeterValue value) {
        return value == null ? null : JSON.writeValueAsString(value);
    }

    private static String name(@Nullable WireEnum value, WireEnum whenAbsent) {
        return (value == null ? whenAbsent : value).wireName();
    }
}
