/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;

@EmbeddedTest
final class PostgresSearchIT {

    private static final Logger log = LoggerFactory.getLogger(PostgresSearchIT.class);

    private final String tenant = "t" + UUID.randomUUID();
    private final DatabaseClient database;
    private final PostgresSearch search;

    PostgresSearchIT(TestDatabase server) {
        database = ServiceDatabase.migrate(server, Service.STATION).client();
        search = new PostgresSearch(database);
    }

    private void run(String sql) {
        database.sql(sql.replace("TENANT", "'" + tenant + "'"))
                .then()
                .block(Duration.ofMinutes(10));
    }

    /** Every tenth station has firmware 2, every hundredth an interval of 60 instead of 300. */
    private void fleet(int stations, int others) {
        run(
                """
                insert into stations (tenant, station_id, security_profile, policy_status,
                    registered_at, model, firmware_version)
                select TENANT, 'CS-' || to_char(n, 'FM00000'), 1, 'Accepted', now(), 'M',
                    case when n %% 10 = 0 then '2' else '1' end
                from generate_series(1, %d) n
                """
                        .formatted(stations));
        run(
                """
                insert into variables (tenant, station_id, component, evse_id, variable, reported_at)
                select TENANT, 'CS-' || to_char(n, 'FM00000'),
                    case when v = 0 then 'OCPPCommCtrlr' else 'Ctrlr' || v %% 20 end,
                    case when v %% 2 = 1 then 1 end,
                    case when v = 0 then 'HeartbeatInterval' else 'Variable' || v end, now()
                from generate_series(1, %d) n, generate_series(0, %d) v
                """
                        .formatted(stations, others));
        run(
                """
                insert into variable_attributes (variable_id, type, value, value_at)
                select id, 'Actual', case when variable <> 'HeartbeatInterval' then 'x'
                    when station_id like '%00' then '60' else '300' end, now()
                from variables where tenant = TENANT
                """);
    }

    private static Condition interval(
            @Nullable String is, @Nullable String isNot, @Nullable Integer below) {
        return new Condition(
                "ocppcommctrlr",
                null,
                null,
                null,
                "HEARTBEATINTERVAL",
                null,
                null,
                is,
                isNot,
                null,
                below == null ? null : BigDecimal.valueOf(below),
                null,
                null);
    }

    private static StationSearch firmware(@Nullable String firmware, Condition... conditions) {
        return new StationSearch(null, null, firmware, null, null, List.of(conditions));
    }

    private List<FoundStation> find(StationSearch wanted, @Nullable String after) {
        return Objects.requireNonNull(search.find(tenant, wanted, after, 20).block());
    }

    private List<String> ids(StationSearch wanted) {
        return find(wanted, null).stream().map(FoundStation::stationId).toList();
    }

    @Test
    void findsByFirmwareAndValue() {
        fleet(300, 3);
        StationSearch not300 = firmware("2", interval(null, "300", null));
        assertThat(ids(not300)).containsExactly("CS-00100", "CS-00200", "CS-00300");
        assertThat(find(not300, "CS-00100")).hasSize(2);
        assertThat(find(not300, null).getFirst().values())
                .extracting(FoundStation.Value::value)
                .containsExactly("60");
        assertThat(ids(firmware("1", interval(null, "300", null)))).isEmpty();
        assertThat(ids(firmware(null, interval("60", null, null)))).hasSize(3);
        assertThat(ids(firmware(null, interval(null, null, 100)))).hasSize(3);
        assertThat(ids(firmware(null, interval(null, null, 100), interval("300", null, null))))
                .isEmpty();
        assertThat(ids(firmware("2"))).hasSize(20).startsWith("CS-00010");
    }

    @Test
    void whatIsNotKnownIsFoundAsSuchAndNoTextIsStatement() {
        fleet(3, 2);
        Condition unknown =
                new Condition(
                        "No", null, null, null, "Such", null, null, null, null, null, null, null,
                        false);
        assertThat(ids(firmware(null, unknown))).hasSize(3);
        Condition evil = // A49
                new Condition(
                        "x' or true --",
                        null,
                        1,
                        null,
                        "y",
                        null,
                        null,
                        "'; drop table stations",
                        null,
                        null,
                        null,
                        null,
                        null);
        assertThat(ids(firmware("' or '1'='1", evil))).isEmpty();
        Condition text =
                new Condition(
                        "Ctrlr1",
                        null,
                        1,
                        null,
                        "Variable1",
                        null,
                        "Actual",
                        null,
                        null,
                        "x",
                        null,
                        null,
                        null);
        assertThat(ids(firmware(null, text))).hasSize(3);
    }

    @Test
    @Tag("faults") // it takes a minute
    void aMillionVariablesAreSearchedByIndex() {
        fleet(5000, 199);
        run("analyze stations");
        run("analyze variables");
        run("analyze variable_attributes");
        for (StationSearch wanted :
                List.of(
                        firmware("2", interval(null, "300", null)),
                        firmware(null, interval("60", null, null)),
                        firmware(null, interval("none", null, null)))) {
            SearchSql sql = SearchSql.of(tenant, wanted, null, 50);
            List<String> plan =
                    database.sql("explain (analyze, buffers) " + sql.text())
                            .bindValues(sql.parameters())
                            .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                            .all()
                            .collectList()
                            .block(Duration.ofMinutes(2));
            log.info("{}", String.join("\n", Objects.requireNonNull(plan)));
            assertThat(String.join("\n", plan)).doesNotContain("Seq Scan on variables");
        }
    }
}
