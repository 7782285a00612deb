/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.j;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.MeterValuesRequest;
import io.ohmnibus.ocpp.message.TransactionEventRequest;
import io.ohmnibus.ocpp.type.EVSE;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.MeterValue;
import io.ohmnibus.ocpp.type.ReadingContextEnum;
import io.ohmnibus.ocpp.type.SampledValue;
import io.ohmnibus.ocpp.type.Transaction;
import io.ohmnibus.ocpp.type.TransactionEventEnum;
import io.ohmnibus.ocpp.type.TriggerReasonEnum;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Station;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** {@code RecordMeterValues}, {@code MeterValuesHandler}: the readings that certification knows. */
@UseCase({"J01", "J02"})
class J02CertifiedReadingsScenario {

    private static final List<String> ALL_OF_A_TRANSACTION =
            List.of(
                    "Transaction.Begin",
                    "Sample.Periodic",
                    "Sample.Periodic",
                    "Sample.Periodic",
                    "Sample.Clock",
                    "Sample.Clock",
                    "Transaction.End");

    /** A station that reads its meters every five minutes. */
    private record Meter(Station station, Instant begin) {

        List<MeterValue> at(int reading, ReadingContextEnum context) {
            var sample =
                    new SampledValue(
                            BigDecimal.valueOf(1000L * reading),
                            null,
                            context,
                            null,
                            null,
                            null,
                            null,
                            null);
            return List.of(
                    new MeterValue(List.of(sample), begin.plusSeconds(300L * reading), null));
        }

        void clock(int evseId, int reading) {
            station.call(
                    new MeterValuesRequest(
                            evseId, at(reading, ReadingContextEnum.SAMPLE_CLOCK), null));
        }

        void tell(
                int seqNo, TransactionEventEnum type, TriggerReasonEnum trigger, Reading reading) {
            station.call(
                    new TransactionEventRequest(
                            null,
                            type,
                            reading.context() == null ? null : at(seqNo, reading.context()),
                            begin.plusSeconds(300L * seqNo),
                            trigger,
                            seqNo,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            new Transaction(
                                    "metered", null, null, null, null, null, null, null, null),
                            reading.evse() ? new EVSE(1, 1, null) : null,
                            reading.token(),
                            null));
        }

        void tell(int seqNo, TriggerReasonEnum trigger, ReadingContextEnum context) {
            tell(seqNo, TransactionEventEnum.UPDATED, trigger, new Reading(context, false, null));
        }

        JsonNode values(String of) {
            return rest().get("transaction/" + of + "/meter-values").expect(200).path("items");
        }
    }

    private record Reading(
            @Nullable ReadingContextEnum context, boolean evse, @Nullable IdToken token) {}

    private static Meter meter(Station station) {
        return new Meter(station, station.now().minusSeconds(8 * 300));
    }

    /** TC_J_01. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"J01.FR.03", "J01.FR.18"})
    void clockAlignedReadingsOfTheStationAndItsEvses(OcppVersion version) {
        try (Station station = accepted(version)) {
            Meter meter = meter(station);
            for (int reading = 0; reading < 3; reading++) {
                for (int evse = 0; evse <= 2; evse++) {
                    meter.clock(evse, reading);
                }
            }
            assertThat(meter.values("stations/" + station.id()))
                    .hasSize(9)
                    .allMatch(value -> value.path("context").asString().equals("Sample.Clock"));
        }
    }

    /** TC_J_02, TC_J_03, TC_J_07, TC_J_09 and TC_J_10. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"J02.FR.02", "J02.FR.11"})
    void readingsFromTheBeginOfATransactionToItsEnd(OcppVersion version) {
        try (Station station = accepted(version)) {
            Meter meter = meter(station);
            meter.tell(
                    0,
                    TransactionEventEnum.STARTED,
                    TriggerReasonEnum.AUTHORIZED,
                    new Reading(ReadingContextEnum.TRANSACTION_BEGIN, true, token("Accepted")));
            assertReadToTheEnd(meter, 1);
        }
    }

    /** TC_J_08: which EVSE it is is told by the second event. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("J02.FR.11")
    void theFirstReadingMayComeBehindTheStart(OcppVersion version) {
        try (Station station = accepted(version)) {
            Meter meter = meter(station);
            meter.tell(
                    0,
                    TransactionEventEnum.STARTED,
                    TriggerReasonEnum.AUTHORIZED,
                    new Reading(null, false, token("Accepted")));
            meter.tell(
                    1,
                    TransactionEventEnum.UPDATED,
                    TriggerReasonEnum.CABLE_PLUGGED_IN,
                    new Reading(ReadingContextEnum.TRANSACTION_BEGIN, true, null));
            assertReadToTheEnd(meter, 2);
        }
    }

    private static void assertReadToTheEnd(Meter meter, int nextSeqNo) {
        int seqNo = nextSeqNo;
        for (int i = 0; i < 3; i++) {
            meter.tell(
                    seqNo++,
                    TriggerReasonEnum.METER_VALUE_PERIODIC,
                    ReadingContextEnum.SAMPLE_PERIODIC);
        }
        for (int i = 0; i < 2; i++) {
            meter.clock(2, seqNo); // the EVSE that is idle
            meter.tell(
                    seqNo++, TriggerReasonEnum.METER_VALUE_CLOCK, ReadingContextEnum.SAMPLE_CLOCK);
        }
        meter.tell(
                seqNo,
                TransactionEventEnum.ENDED,
                TriggerReasonEnum.STOP_AUTHORIZED,
                new Reading(ReadingContextEnum.TRANSACTION_END, false, null));

        String transaction = "transactions/" + meter.station().id() + "/metered";
        assertThat(meter.values(transaction))
                .extracting(value -> value.path("context").asString())
                .containsExactlyElementsOf(ALL_OF_A_TRANSACTION);
        assertThat(meter.values("stations/" + meter.station().id()))
                .hasSize(2)
                .allMatch(value -> value.path("evseId").asInt() == 2);
        JsonNode shown = rest().get("transaction/" + transaction).expect(200);
        assertThat(shown.path("complete").asBoolean()).isTrue();
        assertThat(shown.path("flags")).isEmpty();
        assertThat(shown.path("energyWh").decimalValue()).isEqualByComparingTo("6000");
    }
}
