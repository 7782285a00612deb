/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.devicemodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.type.AttributeEnum;
import io.ohmnibus.ocpp.type.Component;
import io.ohmnibus.ocpp.type.DataEnum;
import io.ohmnibus.ocpp.type.EVSE;
import io.ohmnibus.ocpp.type.MutabilityEnum;
import io.ohmnibus.ocpp.type.ReportData;
import io.ohmnibus.ocpp.type.SetVariableStatusEnum;
import io.ohmnibus.ocpp.type.Variable;
import io.ohmnibus.ocpp.type.VariableAttribute;
import io.ohmnibus.ocpp.type.VariableCharacteristics;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import io.ohmnibus.station.StationProperties;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@EmbeddedTest
final class PostgresDeviceModelIT {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final StationKey STATION = new StationKey("default", "CS-1");
    private static final StationKey FULL = new StationKey("default", "CS-2");
    private static final VariableFilter ALL = new VariableFilter(null, null, null, false);

    private final DeviceModel model;

    PostgresDeviceModelIT(TestDatabase database) {
        StationProperties properties =
                new StationProperties(
                        new StationProperties.Boot(Duration.ofMinutes(5), Duration.ofMinutes(1)),
                        new StationProperties.Reports(Duration.ofMinutes(10), 100, 5, 100, true));
        model =
                new PostgresDeviceModel(
                        ServiceDatabase.migrate(database, Service.STATION).client(), properties);
    }

    private static ReportData data(String component, String variable, @Nullable String value) {
        return new ReportData(
                new Component(new EVSE(1, null, null), component, null, null),
                new Variable(variable, null, null),
                List.of(
                        new VariableAttribute(
                                null, value, MutabilityEnum.READ_WRITE, true, false, null)),
                new VariableCharacteristics(
                        "A", DataEnum.DECIMAL, BigDecimal.ZERO, null, null, null, true, null),
                null);
    }

    @Test
    void namesHaveNoCaseAndOlderKnowledgeNeverReplacesNewer() {
        model.reported(
                        STATION,
                        List.of(data("EVSE", "Power", "7"), data("evse", "power", "8")),
                        NOW)
                .block();
        VariableId id = VariableId.ofEvse(1, "POWER");

        assertThat(model.value(STATION, id, AttributeEnum.ACTUAL).block()).isEqualTo("8");
        model.values(
                        STATION,
                        List.of(new AttributeValue(AttributeId.of(id, null), "9")),
                        NOW.plusSeconds(1))
                .block();
        model.reported(STATION, List.of(data("EVSE", "Power", "7")), NOW).block();
        assertThat(model.value(STATION, id, AttributeEnum.ACTUAL).block()).isEqualTo("9");
        assertThat(model.list(STATION, ALL, null, 10).collectList().block()).hasSize(1);
    }

    @Test
    void tellsWhatAStationNoLongerHasAsItWasSet() {
        StationKey station = new StationKey("default", "CS-3");
        AttributeId id = AttributeId.of(VariableId.ofEvse(1, "Limit"), null);
        model.set(
                        station,
                        List.of(new SetResult(id, "10", SetVariableStatusEnum.ACCEPTED, null)),
                        NOW)
                .block();
        VariableFilter drifted = new VariableFilter("EVSE", "limit", 1, true);

        assertThat(model.settings(station).collectList().block()).containsExactly(id);
        assertThat(model.list(station, drifted, null, 10).collectList().block()).isEmpty();
        model.values(station, List.of(new AttributeValue(id, "32")), NOW.plusSeconds(60)).block();
        ReportedVariable found = model.list(station, drifted, null, 10).blockLast();
        assertThat(found).isNotNull();
        assertThat(found.drifted()).isTrue();

        model.reported(station, List.of(data("EVSE", "Limit", "10.0")), NOW.plusSeconds(90))
                .block();
        assertThat(model.list(station, drifted, null, 10).collectList().block())
                .as("the same number")
                .isEmpty();
    }

    @Test
    void secretsAreNotStored() {
        StationKey station = new StationKey("default", "CS-4");
        model.reported(station, List.of(data("SecurityCtrlr", "BasicAuthPassword", "secret")), NOW)
                .block();
        ReportedVariable found = model.list(station, ALL, null, 10).blockLast();
        assertThat(found).isNotNull();
        assertThat(found.attributes().getFirst().value()).isNull();
    }

    @Test
    void whatWasNotMentionedForALongTimeIsForgotten() {
        StationKey station = new StationKey("default", "CS-5");
        model.reported(station, List.of(data("EVSE", "Old", "1"), data("EVSE", "Kept", "1")), NOW)
                .block();
        model.reported(station, List.of(data("EVSE", "Kept", "2")), NOW.plusSeconds(9)).block();

        model.forgetUnmentioned(station, NOW.plusSeconds(9)).block();

        assertThat(model.list(station, ALL, null, 10).collectList().block())
                .singleElement()
                .matches(variable -> variable.id().variable().equals("Kept"));
    }

    @Test // A40
    void aStationCannotFillTheDatabase() {
        List<ReportData> many =
                IntStream.range(0, 250).mapToObj(i -> data("EVSE", "V" + i, "1")).toList();
        model.reported(FULL, many, NOW).block();
        model.reported(FULL, many.subList(0, 10), NOW.plusSeconds(1)).block();
        assertThat(model.list(FULL, ALL, null, 500).count().block()).isEqualTo(100);
    }
}
