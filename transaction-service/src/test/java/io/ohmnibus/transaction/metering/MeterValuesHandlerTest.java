/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.MeterValuesRequest;
import io.ohmnibus.ocpp.message.MeterValuesResponse;
import io.ohmnibus.ocpp.type.MeterValue;
import io.ohmnibus.ocpp.type.SampledValue;
import io.ohmnibus.ocpp.type.UnitOfMeasure;
import io.ohmnibus.platform.ocpp.Call;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.Requirement;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class MeterValuesHandlerTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Station STATION =
            new Station(
                    new StationKey("default", "CS-1"),
                    OcppVersion.V2_1,
                    new Call("message", NOW, "connection"));

    private final FakeMeterValues meterValues = new FakeMeterValues();
    private final MeterValuesHandler handler = new MeterValuesHandler(meterValues);

    private static SampledValue sample(String value, @Nullable UnitOfMeasure unit) {
        return new SampledValue(new BigDecimal(value), null, null, null, null, null, unit, null);
    }

    private @Nullable MeterValuesResponse send(SampledValue... samples) {
        return handler.handle(
                        STATION,
                        new MeterValuesRequest(
                                0, List.of(new MeterValue(List.of(samples), NOW, null)), null))
                .block();
    }

    @Test
    @Requirement({"J01.FR.02", "J01.FR.03", "J01.FR.06", "J01.FR.17", "J01.FR.18"})
    void storesEveryValueAndAnswers() {
        assertThat(send(sample("1.50", null), sample("2", new UnitOfMeasure("kWh", 1, null))))
                .isEqualTo(MeterValuesResponse.EMPTY);

        assertThat(meterValues.rows())
                .extracting(
                        MeterValueRow::ordinal,
                        MeterValueRow::measurand,
                        MeterValueRow::location,
                        MeterValueRow::context,
                        MeterValueRow::value,
                        MeterValueRow::unit,
                        MeterValueRow::multiplier,
                        MeterValueRow::sampledAt)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                0,
                                "Energy.Active.Import.Register",
                                "Outlet",
                                "Sample.Periodic",
                                new BigDecimal("1.50"),
                                "Wh",
                                0,
                                NOW),
                        org.assertj.core.groups.Tuple.tuple(
                                1,
                                "Energy.Active.Import.Register",
                                "Outlet",
                                "Sample.Periodic",
                                new BigDecimal("2"),
                                "kWh",
                                1,
                                NOW));
    }

    @Test
    void leavesOutNumbersThatNoMeterShows() { // A33, A34
        send(sample("1e500", null), sample("3", null));

        assertThat(meterValues.rows())
                .singleElement()
                .extracting(MeterValueRow::value)
                .isEqualTo(new BigDecimal("3"));
    }
}
