/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.type.MeasurandEnum;
import io.ohmnibus.ocpp.type.MeterValue;
import io.ohmnibus.ocpp.type.PhaseEnum;
import io.ohmnibus.ocpp.type.SampledValue;
import io.ohmnibus.ocpp.type.SignedMeterValue;
import io.ohmnibus.ocpp.type.UnitOfMeasure;
import io.ohmnibus.platform.ocpp.Call;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

@EmbeddedTest
final class PostgresMeterValuesIT {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.5Z");

    private final DatabaseClient database;
    private final PostgresMeterValues meterValues;

    PostgresMeterValuesIT(TestDatabase database) {
        this.database = ServiceDatabase.migrate(database, Service.TRANSACTION).client();
        this.meterValues = new PostgresMeterValues(this.database);
    }

    private static Measurement measured(String station, Instant receivedAt, MeterValue value) {
        return new Measurement(
                new Station(
                        new StationKey("default", station),
                        OcppVersion.V2_1,
                        new Call("message", receivedAt, "connection")),
                1,
                null,
                List.of(value));
    }

    private List<Map<String, Object>> rows(String station) {
        List<Map<String, Object>> rows =
                database.sql(
                                """
                                select *, signed::text as signed_text from meter_values
                                where station_id = :station order by ordinal
                                """)
                        .bind("station", station)
                        .fetch()
                        .all()
                        .collectList()
                        .block();
        assertThat(rows).isNotNull();
        return rows;
    }

    /** The partitions that hold what a station measured. */
    private List<String> places(String station) {
        return Objects.requireNonNull(
                database.sql(
                                """
                                select tableoid::regclass::text from measurements
                                where station_id = :station
                                """)
                        .bind("station", station)
                        .mapValue(String.class)
                        .all()
                        .collectList()
                        .block());
    }

    @Test
    void storesAllValuesOfAMessage() {
        SampledValue plain =
                new SampledValue(
                        new BigDecimal("123456789.123456789"),
                        null,
                        null,
                        null,
                        null,
                        new SignedMeterValue("data\0", null, "OCMF", null, null),
                        null,
                        null);
        SampledValue voltage =
                new SampledValue(
                        new BigDecimal("-0.10"),
                        MeasurandEnum.VOLTAGE,
                        null,
                        PhaseEnum.L1_N,
                        null,
                        null,
                        new UnitOfMeasure("V\0", -1, null),
                        null);

        MeterValue value = new MeterValue(List.of(plain, voltage), Instant.EPOCH, null);
        meterValues.add(List.of(measured("all", NOW, value), measured("too", NOW, value))).block();

        assertThat(rows("too")).hasSize(2);

        List<Map<String, Object>> rows = rows("all");
        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst())
                .containsEntry("value", new BigDecimal("123456789.123456789"))
                .containsEntry("unit", "Wh");
        assertThat(String.valueOf(rows.getFirst().get("signed_text"))).contains("OCMF");
        assertThat(rows.getLast())
                .containsEntry("value", new BigDecimal("-0.10"))
                .containsEntry("phase", "L1-N")
                .containsEntry("multiplier", -1)
                .containsEntry("unit", "V\uFFFD");
    }

    @Test
    void putsValuesIntoTheMonthTheyWereReceivedIn() {
        Instant later = NOW.plusSeconds(400L * 24 * 3600);
        partitions(later, null).ensure().block();
        partitions(later, null).ensure().block();
        MeterValue value =
                new MeterValue(
                        List.of(
                                new SampledValue(
                                        BigDecimal.ONE, null, null, null, null, null, null, null)),
                        NOW,
                        null);

        meterValues.add(List.of(measured("later", later, value))).block();
        meterValues.add(List.of(measured("unheard-of", Instant.EPOCH, value))).block();

        assertThat(places("later")).containsExactly("measurements_2027_04");
        assertThat(places("unheard-of")).containsExactly("measurements_default");
    }

    private MeterValuePartitions partitions(Instant now, @Nullable Duration keptFor) {
        return new MeterValuePartitions(
                database, new MeteringProperties(keptFor), Clock.fixed(now, ZoneOffset.UTC));
    }

    private List<String> months() {
        return Objects.requireNonNull(
                database.sql(
                                """
                                select c.relname from pg_inherits i
                                  join pg_class c on c.oid = i.inhrelid
                                where i.inhparent = 'measurements'::regclass order by 1
                                """)
                        .mapValue(String.class)
                        .all()
                        .collectList()
                        .block());
    }

    @Test
    void theValuesOfATransactionAreCorrectedOnlyWhereTheyDiffer() {
        Measurement first = ofTransaction(0, "1000.5");
        Measurement second = ofTransaction(1, "2000");
        meterValues.add(List.of(first, second)).block();
        assertThat(correct(first, second)).isFalse();

        database.sql("update measurements set samples = '[]' where station_id = 'mended'")
                .then()
                .block();
        assertThat(correct(first, second)).isTrue();
        assertThat(rows("mended"))
                .extracting(row -> row.get("value"))
                .containsExactlyInAnyOrder(new BigDecimal("1000.5"), new BigDecimal("2000"));
        assertThat(correct(first, second)).isFalse();

        assertThat(correct(first)).isTrue();
        assertThat(rows("mended")).hasSize(1);
        assertThat(correct()).isTrue();
        assertThat(correct()).isFalse();
    }

    private boolean correct(Measurement... measurements) {
        return Boolean.TRUE.equals(
                meterValues
                        .correct(new StationKey("default", "mended"), "tx", List.of(measurements))
                        .block());
    }

    private static Measurement ofTransaction(int seqNo, String value) {
        SampledValue sample =
                new SampledValue(
                        new BigDecimal(value),
                        null,
                        null,
                        null,
                        null,
                        new SignedMeterValue("data", null, "OCMF", null, null),
                        null,
                        null);
        Measurement measured = measured("mended", NOW, new MeterValue(List.of(sample), NOW, null));
        return new Measurement(
                measured.station(), 1, new Measurement.Place("tx", seqNo), measured.meterValues());
    }

    /** As when nobody made partitions for long. */
    @Test
    void whatCameBeforeItsMonthWasMadeMovesIntoIt() {
        Instant early = Instant.parse("2031-05-31T23:59:59.999Z");
        Instant next = Instant.parse("2031-06-01T00:00:00Z");
        MeterValue value =
                new MeterValue(
                        List.of(
                                new SampledValue(
                                        BigDecimal.TEN, null, null, null, null, null, null, null)),
                        NOW,
                        null);
        meterValues
                .add(List.of(measured("may", early, value), measured("june", next, value)))
                .block();
        assertThat(places("may")).containsExactly("measurements_default");

        partitions(early, null).ensure().block();

        assertThat(places("may")).containsExactly("measurements_2031_05");
        assertThat(rows("may"))
                .singleElement()
                .extracting(row -> row.get("value"))
                .isEqualTo(BigDecimal.TEN);
        assertThat(places("june")).containsExactly("measurements_2031_06");
        meterValues.add(List.of(measured("may", early, value))).block();
        assertThat(rows("may")).hasSize(2);
        assertThat(
                        database.sql(
                                        "select count(*) from pg_indexes where tablename ="
                                                + " 'measurements_2031_05'")
                                .mapValue(Long.class)
                                .one()
                                .block())
                .isEqualTo(3);
    }

    @Test
    void wholeMonthsAreForgottenWhenTheirTimeIsOver() {
        Instant before = Instant.parse("2020-03-10T00:00:00Z");
        partitions(before, null).ensure().block();
        assertThat(months()).contains("measurements_2020_03", "measurements_2020_08");

        Instant later = Instant.parse("2020-07-15T00:00:00Z");
        partitions(later, Duration.ofDays(62)).ensure().block(); // since 14 May

        assertThat(months())
                .doesNotContain("measurements_2020_03", "measurements_2020_04")
                .contains("measurements_2020_05", "measurements_default");
    }
}
