/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Ten million meter values of a year, of 1,000 stations with 500 transactions each; what REST asks
 * of them is found by index in the months that matter (J01, J02).
 */
@EmbeddedTest
@Tag("faults") // it takes minutes
final class MeterValueVolumeIT {

    private static final Logger log = LoggerFactory.getLogger(MeterValueVolumeIT.class);

    private static final StationKey STATION = new StationKey("default", "CS-0500");
    private static final PageRequest PAGE = new PageRequest(null, 50);
    private static final Pattern VALUES = Pattern.compile("on (measurements_\\d{4}_\\d{2})\\b");

    private final DatabaseClient database;

    MeterValueVolumeIT(TestDatabase test) {
        database = ServiceDatabase.migrate(test, Service.TRANSACTION).client();
    }

    private void run(String sql) {
        database.sql(sql).then().block(Duration.ofMinutes(20));
    }

    /** The year 2025, as it is told once a transaction every 17 hours, a value every 3 minutes. */
    private void aYear() {
        run("select ensure_measurement_partitions('2025-01-01', 12)");
        run(
                """
                do $$ declare part text; begin
                  for part in select inhrelid::regclass from pg_inherits
                      where inhparent = 'measurements'::regclass loop
                    execute 'alter table ' || part || ' set unlogged';
                  end loop;
                end $$
                """);
        run(
                """
                insert into transactions (tenant, station_id, transaction_id, state, seq_nos, gaps,
                  last_event_at, first_received_at, last_received_at, began_at, flags)
                select 'default', 'CS-' || to_char(s, 'FM0000'), 'tx-' || s || '-' || t, 'Ended',
                  '0-19', '', at + interval '57 minutes', at, at + interval '57 minutes', at,
                  array[]::text[]
                from generate_series(0, 999) s, generate_series(0, 499) t,
                  lateral (select timestamptz '2025-01-01 00:00Z' + t * interval '17 hours 28 minutes'
                    + s * interval '1 second' as at) start
                """);
        run(
                """
                insert into measurements
                select tenant, station_id, at, transaction_id || '-' || v, 1, transaction_id, v,
                  json_build_array(json_build_object('ordinal', 0, 'sampled_at', at,
                    'measurand', 'Energy.Active.Import.Register', 'context', 'Sample.Periodic',
                    'location', 'Outlet', 'value', v * 100, 'unit', 'Wh', 'multiplier', 0))
                from transactions, generate_series(0, 19) v,
                  lateral (select began_at + v * interval '3 minutes' as at) sample
                order by at
                """);
        run(
                """
                insert into transaction_events (tenant, station_id, transaction_id, seq_no,
                  content_hash, conflicting, event_type, trigger_reason, occurred_at, received_at,
                  offline, message_id, version, payload, answer)
                select tenant, station_id, transaction_id, seq_no, '', false, 'Updated',
                  'MeterValuePeriodic', received_at, received_at, false, message_id, 'ocpp2.1',
                  '{}', '{}'
                from measurements where station_id = 'CS-0500'
                """);
        run("vacuum analyze transaction_events");
        run("vacuum analyze measurements");
        run("vacuum analyze transactions");
    }

    @Test
    void aYearOfAFleetStaysQuickToQuery() {
        aYear();
        Seen seen = new Seen(database);
        MeterValueHistory history = new MeterValueHistory(seen);

        Mono<Page<MeterValueDocument>> transaction =
                history.ofTransaction(STATION, "tx-500-100", null, PAGE);
        assertThat(timed("one transaction", transaction).items()).hasSize(20);
        assertFoundIn(
                seen.explained(Map.of("station", STATION.stationId(), "transaction", "tx-500-100")),
                1);

        Instant from = Instant.parse("2025-06-01T00:00:00Z");
        Instant to = Instant.parse("2025-07-01T00:00:00Z");
        run("update measurements_2025_06 set transaction_id = null where station_id = 'CS-0500'");
        var filter = new MeterValueHistory.Filter(from, to, null);
        timed("one station and month", history.ofStation(STATION, filter, PAGE));
        assertFoundIn(
                seen.explained(Map.of("station", STATION.stationId(), "from", from, "to", to)), 1);

        seen.sql =
                """
                select station_id, max(value) - min(value) as energy from meter_values
                where tenant = :tenant and measurand = 'Energy.Active.Import.Register'
                  and received_at >= :from and received_at < :to group by station_id limit :limit
                """;
        Map<String, Object> day = Map.of("from", from, "to", from.plus(Duration.ofDays(1)));
        timed("one fleet day", Mono.fromSupplier(() -> seen.explained(day)));
        assertFoundIn(seen.explained(day), 1);
    }

    private static <T> T timed(String what, Mono<T> question) {
        question.block(Duration.ofMinutes(2)); // reads from disk
        long begin = System.nanoTime();
        T answer = Objects.requireNonNull(question.block(Duration.ofMinutes(2)));
        log.info("{}: {} ms", what, Duration.ofNanos(System.nanoTime() - begin).toMillis());
        return answer;
    }

    /** By index, and in so many months only. */
    private static void assertFoundIn(String plan, int months) {
        log.info("{}", plan);
        String done =
                plan.lines()
                        .filter(line -> !line.contains("never executed"))
                        .collect(Collectors.joining("\n"));
        assertThat(done).doesNotContain("Seq Scan");
        assertThat(VALUES.matcher(done).results().map(MatchResult::group).distinct())
                .hasSize(months);
    }

    /** Remembers the last statement, for it to be explained. */
    private static final class Seen implements DatabaseClient {

        private final DatabaseClient database;
        private String sql = "";

        Seen(DatabaseClient database) {
            this.database = database;
        }

        String explained(Map<String, ? extends Object> values) {
            GenericExecuteSpec explain =
                    database.sql("explain (analyze, costs off, timing off) " + sql)
                            .bind("tenant", "default")
                            .bind("limit", 1000)
                            .bindValues(Map.copyOf(values));
            return Objects.requireNonNull(
                    explain.map(row -> Objects.requireNonNull(row.get(0, String.class)))
                            .all()
                            .collect(Collectors.joining("\n"))
                            .block(Duration.ofMinutes(2)));
        }

        @Override
        public GenericExecuteSpec sql(String statement) {
            sql = statement;
            return database.sql(statement);
        }

        @Override
        public GenericExecuteSpec sql(Supplier<String> statement) {
            return sql(statement.get());
        }

        @Override
        public ConnectionFactory getConnectionFactory() {
            return database.getConnectionFactory();
        }

        @Override
        public <T> Mono<T> inConnection(Function<Connection, Mono<T>> action) {
            return database.inConnection(action);
        }

        @Override
        public <T> Flux<T> inConnectionMany(Function<Connection, Flux<T>> action) {
            return database.inConnectionMany(action);
        }
    }
}
