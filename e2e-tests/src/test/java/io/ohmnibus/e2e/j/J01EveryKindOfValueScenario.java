/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.j;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.WireEnum;
import io.ohmnibus.ocpp.message.MeterValuesRequest;
import io.ohmnibus.ocpp.message.TransactionEventRequest;
import io.ohmnibus.ocpp.type.EVSE;
import io.ohmnibus.ocpp.type.MeterValue;
import io.ohmnibus.ocpp.type.SampledValue;
import io.ohmnibus.ocpp.type.Transaction;
import io.ohmnibus.ocpp.type.TransactionEventEnum;
import io.ohmnibus.ocpp.type.TriggerReasonEnum;
import io.ohmnibus.ocpp.type.UnitOfMeasure;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Station;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * {@code MeterValuesHandler} and {@code RecordMeterValues}: whatever a value says of itself can be
 * read back, in and outside of transactions; what it leaves out means what the specification says.
 */
@UseCase({"J01", "J02"})
class J01EveryKindOfValueScenario {

    private static final int IN_A_MESSAGE = 700;

    /** A value as the REST API shows it. */
    private record Shown(
            String measurand,
            String context,
            String phase,
            String location,
            String unit,
            int multiplier,
            String value) {

        static Shown sent(SampledValue sample) {
            UnitOfMeasure unit = sample.unitOfMeasure();
            String name = unit == null ? null : unit.unit();
            Integer multiplier = unit == null ? null : unit.multiplier();
            return new Shown(
                    name(sample.measurand(), "Energy.Active.Import.Register"),
                    name(sample.context(), "Sample.Periodic"),
                    name(sample.phase(), ""),
                    name(sample.location(), "Outlet"),
                    name == null ? "Wh" : name,
                    multiplier == null ? 0 : multiplier,
                    sample.value().stripTrailingZeros().toPlainString());
        }

        private static String name(@Nullable WireEnum constant, String whenAbsent) {
            return constant == null ? whenAbsent : constant.wireName();
        }

        static Shown read(JsonNode value) {
            return new Shown(
                    value.path("measurand").asString(),
                    value.path("context").asString(),
                    value.path("phase").asString(""),
                    value.path("location").asString(),
                    value.path("unit").asString(),
                    value.path("multiplier").asInt(),
                    value.path("value").decimalValue().stripTrailingZeros().toPlainString());
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"J01.FR.01", "J01.FR.18", "J02.FR.01"})
    void everyValueIsReadBackAsItWasSent(OcppVersion version) {
        List<SampledValue> samples = Samples.of(version);
        List<Shown> sent = samples.stream().map(Shown::sent).toList();
        try (Station station = accepted(version)) {
            for (int i = 0; i < samples.size(); i += IN_A_MESSAGE) {
                List<MeterValue> message =
                        List.of(
                                new MeterValue(
                                        samples.subList(
                                                i, Math.min(i + IN_A_MESSAGE, samples.size())),
                                        station.now(),
                                        null));
                station.call(new MeterValuesRequest(2, message, null));
                station.call(event(station, i / IN_A_MESSAGE, message));
            }

            assertRead(sent, "transaction/stations/" + station.id() + "/meter-values");
            assertRead(
                    sent, "transaction/transactions/" + station.id() + "/every-kind/meter-values");
        }
    }

    private static TransactionEventRequest event(
            Station station, int seqNo, List<MeterValue> values) {
        return new TransactionEventRequest(
                null,
                seqNo == 0 ? TransactionEventEnum.STARTED : TransactionEventEnum.UPDATED,
                values,
                station.now(),
                TriggerReasonEnum.METER_VALUE_PERIODIC,
                seqNo,
                null,
                null,
                null,
                null,
                null,
                null,
                new Transaction("every-kind", null, null, null, null, null, null, null, null),
                new EVSE(1, 1, null),
                null,
                null);
    }

    private static void assertRead(Collection<Shown> sent, String path) {
        List<Shown> read = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = rest().get(path + "?limit=500" + cursor).expect(200);
            page.path("items").forEach(value -> read.add(Shown.read(value)));
            String next = page.path("next").asString("");
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        assertThat(read).containsExactlyInAnyOrderElementsOf(sent);
    }
}
