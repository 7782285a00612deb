/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.contracts.transaction.SessionSummarized;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import io.ohmnibus.platform.web.Cursor;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.transaction.session.Sessions.Filter;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

@EmbeddedTest
final class PostgresSessionsIT {

    private static final StationKey STATION = new StationKey("default", "CS-1");
    private static final PageRequest ALL = new PageRequest(null, 50);
    private static final Filter EVERYTHING = new Filter(null, null, null, null);

    private final DatabaseClient database;
    private final Sessions sessions;

    PostgresSessionsIT(TestDatabase database) {
        this.database = ServiceDatabase.migrate(database, Service.TRANSACTION).client();
        this.sessions = new PostgresSessions(this.database, Clock.systemUTC());
    }

    @BeforeEach
    void transactions() {
        run("truncate transactions, transaction_events, sessions");
        run(
                """
                insert into transactions (tenant, station_id, transaction_id, state, id_token,
                  id_token_type, stopped_reason, started_at, ended_at, ended_seq_no, seq_nos, gaps,
                  last_event_at, first_received_at, last_received_at, began_at, energy_total, flags)
                select 'default', 'CS-1', 'tx-' || i, case when i < 7 then 'Ended' else 'Ongoing' end,
                  'Card' || i, 'ISO14443', 'Local', timestamptz '2026-03-01 10:00Z',
                  timestamptz '2026-03-01 11:00:30.9Z', 2, '0-2',
                  case when i = 3 then '1' else '' end, now(), now(), now(), now(), 12.50,
                  case when i = 3 then array['seqNoGap'] else array[]::text[] end
                from generate_series(1, 9) as i
                """);
        run(
                """
                insert into transaction_events select 'default', 'CS-1', 'tx-1', i, 'hash' || c, c = 1,
                  'Updated', 'Trigger', timestamptz '2026-03-01 10:00Z' + i * interval '10 minutes', now(),
                  false, 'm' || i, 'ocpp2.1',
                  json_build_object('transactionInfo', json_build_object('chargingState',
                    case when c = 1 then 'Charging' else (array['Charging', null, 'Idle'])[i + 1] end),
                    'idToken', case when i = 2 then json_build_object('idToken', 'Stopper' || c) end), '{}'
                from generate_series(0, 2) as i, generate_series(0, 1) as c
                """);
    }

    private void run(String sql) {
        database.sql(sql).then().block();
    }

    private @Nullable SessionSummarized write(String transactionId) {
        return sessions.write(
                        Map.of(
                                new Sessions.SessionKey(STATION, transactionId),
                                Duration.ofMinutes(20)))
                .map(Sessions.Summary::summarized)
                .blockFirst();
    }

    @Test
    void sumsUpATransactionThatHasEnded() {
        Sessions.SessionKey key = new Sessions.SessionKey(STATION, "tx-1");
        Sessions.SessionKey without = new Sessions.SessionKey(STATION, "tx-2");
        Map<Sessions.SessionKey, Collection<ChargingTime.Moment>> moments =
                Objects.requireNonNull(sessions.moments(List.of(without, key)).block());
        assertThat(moments).containsOnlyKeys(key);
        assertThat(moments.get(key))
                .extracting(ChargingTime.Moment::chargingState)
                .containsExactly("Charging", null, "Idle");

        SessionSummarized summary = Objects.requireNonNull(write("tx-1"));
        assertThat(summary.revision()).isOne();
        assertThat(summary.state()).isEqualTo("Ended");
        assertThat(summary.energyWh()).isEqualByComparingTo("12.5");
        assertThat(summary.durationSeconds()).isEqualTo(3630);
        assertThat(summary.chargingSeconds()).isEqualTo(1200);
        assertThat(summary.idleSeconds()).isEqualTo(2430);
        assertThat(summary.stopIdToken()).isEqualTo("Stopper0");
        assertThat(summary.complete()).isTrue();
        assertThat(sessions.find(STATION, "tx-1").block()).isEqualTo(summary);
        assertThat(sessions.find(new StationKey("other", "CS-1"), "tx-1").block()).isNull();
    }

    /** Whom a station was to start for counts where it tells no token, and no longer than that. */
    @Test
    @Requirement({"F01.FR.04", "F02.FR.12"})
    void whomItWasStartedForIsKnownThoughNoEventTells() {
        run(
                """
                update transactions set id_token = null, id_token_type = null,
                  remote_start_id = case transaction_id when 'tx-1' then 4711 else 4712 end
                where transaction_id in ('tx-1', 'tx-2')
                """);
        run(
                """
                insert into remote_requests (tenant, station_id, action, remote_start_id, id_token,
                  id_token_type, group_id, requested_at)
                values ('default', 'CS-1', 'RequestStartTransaction', 4711, 'App', 'Central',
                    'FLEET', now()),
                  ('default', 'CS-2', 'RequestStartTransaction', 4712, 'Other', 'Central', null,
                    now())
                """);
        SessionSummarized summary = Objects.requireNonNull(write("tx-1"));
        assertThat(summary.idToken()).isEqualTo("App");
        assertThat(summary.idTokenType()).isEqualTo("Central");
        assertThat(summary.groupId()).isEqualTo("FLEET");
        assertThat(Objects.requireNonNull(write("tx-2")).idToken()).isNull();

        run("delete from remote_requests where remote_start_id in (4711, 4712)"); // long ago
        assertThat(write("tx-1")).isNull();
        run("update transactions set energy_total = 13 where transaction_id = 'tx-1'");
        assertThat(Objects.requireNonNull(write("tx-1")).idToken()).isEqualTo("App");

        run("update transactions set id_token = 'Card' where transaction_id = 'tx-1'");
        assertThat(Objects.requireNonNull(write("tx-1")).idToken()).isEqualTo("Card");
    }

    @Test
    void tellsWhatLooksWrong() { // pain 18
        SessionSummarized summary = Objects.requireNonNull(write("tx-3"));
        assertThat(summary.complete()).isFalse();
        assertThat(summary.flags()).containsExactly("seqNoGap");
    }

    /** Pain 18: an EVSE has one transaction at a time. */
    @Test
    void tellsOfTransactionsThatOverlapAtAnEvse() {
        run("update transactions set began_at = started_at");
        run("update transactions set evse_id = 1 where transaction_id in ('tx-1', 'tx-2', 'tx-4')");
        run(
                """
                update transactions set started_at = ended_at, began_at = ended_at,
                  ended_at = ended_at + interval '1 hour'
                where transaction_id = 'tx-4'
                """);
        run("update transactions set evse_id = 2 where transaction_id = 'tx-5'");
        assertThat(flags("tx-1")).containsExactly("overlap");
        assertThat(flags("tx-2")).containsExactly("overlap");
        assertThat(flags("tx-4")).isEmpty(); // it began when the others ended
        assertThat(flags("tx-5")).isEmpty();
        assertThat(flags("tx-6")).isEmpty(); // nobody knows where
    }

    private List<String> flags(String transactionId) {
        return Objects.requireNonNull(write(transactionId)).flags();
    }

    @Test
    void writesNothingAgainThatIsTheSameAndARevisionOfWhatChanged() { // pain 13, F32
        assertThat(write("tx-1")).isNotNull();
        assertThat(write("tx-1")).isNull();

        run("update transactions set energy_total = 13 where transaction_id = 'tx-1'");
        SessionSummarized changed = Objects.requireNonNull(write("tx-1"));
        assertThat(changed.revision()).isEqualTo(2);
        assertThat(changed.energyWh()).isEqualByComparingTo("13");
    }

    @Test
    void sumsUpNothingThatGoesOn() {
        assertThat(write("tx-7")).isNull();
        assertThat(sessions.list("default", EVERYTHING, ALL).block())
                .satisfies(page -> assertThat(page.items()).isEmpty());
    }

    @Test
    void whatWasGivenUpAndGoesOnIsNotSummedUpAnyMore() {
        run("update transactions set state = 'Abandoned' where transaction_id = 'tx-7'");
        assertThat(Objects.requireNonNull(write("tx-7")).state()).isEqualTo("Abandoned");
        assertThat(sessions.find(STATION, "tx-7").block()).isNotNull();

        run("update transactions set state = 'Ongoing' where transaction_id = 'tx-7'");
        assertThat(sessions.find(STATION, "tx-7").block()).isNull();
        assertThat(sessions.list("default", EVERYTHING, ALL).block())
                .satisfies(page -> assertThat(page.items()).isEmpty());

        run("update transactions set state = 'Ended' where transaction_id = 'tx-7'");
        assertThat(Objects.requireNonNull(write("tx-7")).revision()).isEqualTo(2);
    }

    @Test
    void listsWhatChangedLastFirstPageByPage() {
        for (int i = 1; i < 7; i++) {
            write("tx-" + i);
        }
        List<String> all = new ArrayList<>();
        PageRequest request = new PageRequest(null, 4);
        while (request != null) {
            Page<SessionSummarized> page =
                    Objects.requireNonNull(sessions.list("default", EVERYTHING, request).block());
            page.items().forEach(summary -> all.add(summary.transactionId()));
            request = page.next() == null ? null : new PageRequest(Cursor.decode(page.next()), 4);
        }
        assertThat(all).containsExactly("tx-6", "tx-5", "tx-4", "tx-3", "tx-2", "tx-1");
        assertThat(sessions.list("default", new Filter("CS-1", "CARD2", null, null), ALL).block())
                .satisfies(page -> assertThat(page.items()).hasSize(1));
        assertThat(sessions.list("other", EVERYTHING, ALL).block())
                .satisfies(page -> assertThat(page.items()).isEmpty());
    }
}
