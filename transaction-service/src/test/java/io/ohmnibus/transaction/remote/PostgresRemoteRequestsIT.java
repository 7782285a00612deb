/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.contracts.transaction.UsedToken;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import io.ohmnibus.transaction.command.CommandAnswer;
import io.ohmnibus.transaction.remote.RemoteRequests.Effect;
import io.ohmnibus.transaction.remote.RemoteRequests.Followed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

@EmbeddedTest
final class PostgresRemoteRequestsIT {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(5);
    private static final Instant LONG_AGO = NOW.minus(Duration.ofHours(1));

    private final DatabaseClient database;
    private final RemoteRequests requests;

    PostgresRemoteRequestsIT(TestDatabase testDatabase) {
        database = ServiceDatabase.migrate(testDatabase, Service.TRANSACTION).client();
        requests =
                new PostgresRemoteRequests(
                        database, new RemoteProperties(Duration.ofMinutes(10), 5));
    }

    private static StationKey station(String id) {
        return new StationKey("default", id);
    }

    private static RemoteRequest start(int remoteStartId) {
        return new RemoteRequest(
                "RequestStartTransaction",
                remoteStartId,
                null,
                1,
                null,
                null,
                null,
                new UsedToken("ABC", "ISO14443"),
                "FLEET");
    }

    private static RemoteRequest stop(String transaction) {
        return new RemoteRequest(
                "RequestStopTransaction", null, transaction, null, null, null, null, null, null);
    }

    private static RemoteRequest trigger(String message, @Nullable Integer evse) {
        return new RemoteRequest(
                "TriggerMessage", null, null, evse, null, message, null, null, null);
    }

    private static RemoteRequest unlock(int evse, int connector) {
        return new RemoteRequest(
                "UnlockConnector", null, null, evse, connector, null, null, null, null);
    }

    private List<Followed> list(StationKey station) {
        return Objects.requireNonNull(requests.list(station, null, 10).collectList().block());
    }

    private void transaction(StationKey station, String id, @Nullable Integer remoteStart) {
        database.sql(
                        """
                        insert into transactions (tenant, station_id, transaction_id, state,
                          evse_id, remote_start_id, started_at, seq_nos, gaps, last_event_at,
                          first_received_at, last_received_at, began_at, flags)
                        values ('default', :station, :id, 'Ongoing', 1, %s, :at, '0', '', :at,
                          :at, :at, :at, array[]::text[])
                        """
                                .formatted(remoteStart))
                .bind("station", station.stationId())
                .bind("id", id)
                .bind("at", LATER)
                .then()
                .block();
    }

    private void event(StationKey station, String id, String type, String trigger) {
        database.sql(
                        """
                        insert into transaction_events (tenant, station_id, transaction_id, seq_no,
                          content_hash, conflicting, event_type, trigger_reason, occurred_at,
                          received_at, offline, message_id, version, payload, answer)
                        values ('default', :station, :id, 1, 'x', false, :type, :trigger, :at, :at,
                          false, 'm', 'ocpp2.1', '{}', '{}')
                        """)
                .bind("station", station.stationId())
                .bind("id", id)
                .bind("type", type)
                .bind("trigger", trigger)
                .bind("at", LATER)
                .then()
                .block();
    }

    @Test
    @Requirement({"F01.FR.25", "F02.FR.01"})
    void aStartIsTheTransactionWithItsRemoteStartId() {
        StationKey station = station("CS-1");
        assertThat(requests.nextRemoteStartId().block()).isPositive();
        assertThat(requests.open(station, start(7), NOW).block()).isTrue();
        assertThat(requests.open(station, start(7), NOW).block()).isFalse();
        assertThat(requests.open(station("CS-2"), start(7), NOW).block()).isTrue();
        requests.answered(
                        station,
                        start(7),
                        new RemoteAnswer(new CommandAnswer("Accepted", null), null),
                        NOW)
                .block();
        transaction(station, "other", 8);
        requests.follow(LONG_AGO).block();
        assertThat(list(station).getFirst().effect()).isNull();

        transaction(station, "tx", 7);
        requests.follow(LONG_AGO).block();
        Followed followed = list(station).getFirst();
        assertThat(followed.request()).isEqualTo(start(7));
        assertThat(followed.status()).isEqualTo("Accepted");
        assertThat(followed.effect()).isEqualTo(new Effect(LATER, "tx", "Ongoing", null));
        assertThat(requests.find(station, followed.id()).block()).isEqualTo(followed);
        assertThat(requests.find(station("CS-2"), followed.id()).block()).isNull();
        assertThat(list(station("CS-2")).getFirst().effect()).isNull();
    }

    @Test
    @Requirement({"F03.FR.02", "F03.FR.03"})
    void aStopIsTheEndOfTheTransactionOrOfItsEnergy() {
        for (String trigger : new String[] {"RemoteStop", "EVDeparted", "MeterValuePeriodic"}) {
            StationKey station = station("stop-" + trigger);
            requests.open(station, stop("tx"), NOW).block();
            transaction(station, "tx", null);
            event(station, "tx", trigger.equals("EVDeparted") ? "Ended" : "Updated", trigger);
        }
        requests.follow(LONG_AGO).block();
        assertThat(list(station("stop-RemoteStop")).getFirst().effect())
                .isEqualTo(new Effect(LATER, "tx", "Ongoing", null));
        assertThat(list(station("stop-EVDeparted")).getFirst().effect()).isNotNull();
        assertThat(list(station("stop-MeterValuePeriodic")).getFirst().effect()).isNull();
    }

    @Test
    @Requirement("F05.FR.04")
    void anUnlockedCableLeaves() {
        StationKey station = station("CS-5");
        for (int evse = 1; evse <= 2; evse++) {
            var unlock = unlock(evse, 1);
            requests.open(station, unlock, NOW).block();
        }
        transaction(station, "tx", null);
        event(station, "tx", "Ended", "EVCommunicationLost");
        requests.follow(LONG_AGO).block();
        assertThat(list(station).stream().map(Followed::effect))
                .containsExactly(null, new Effect(LATER, "tx", "Ongoing", null));
    }

    @Test
    @Requirement("F05.FR.04")
    void anUnlockedCableLeavesAlsoWithoutTransaction() {
        StationKey station = station("CS-6");
        for (int connector = 1; connector <= 2; connector++) {
            var unlock = unlock(1, connector);
            requests.open(station, unlock, NOW).block();
        }
        requests.unplugged(station, 2, 1, LATER).block();
        requests.unplugged(station, 1, 1, NOW.plus(Duration.ofHours(1))).block();
        assertThat(list(station).stream().map(Followed::effect)).containsExactly(null, null);
        requests.unplugged(station, 1, 1, LATER).block();
        assertThat(list(station).stream().map(Followed::effect))
                .containsExactly(null, new Effect(LATER, null, null, null));
        requests.unplugged(station, 1, 0, LATER).block();
        assertThat(list(station).getFirst().effect()).isNotNull();

        requests.open(station, unlock(1, 1), NOW).block();
        transaction(station, "tx", null);
        requests.unplugged(station, 1, 1, LATER).block();
        assertThat(list(station).getFirst().effect()).as("left to the transaction").isNull();
    }

    @Test
    void aTriggeredBootIsSeen() {
        StationKey station = station("CS-7");
        requests.open(station, trigger("BootNotification", null), NOW).block();
        requests.open(station, trigger("Heartbeat", null), NOW).block();
        requests.booted(station, LATER).block();
        assertThat(list(station).stream().map(Followed::effect))
                .containsExactly(null, new Effect(LATER, null, null, null));
    }

    @Test
    @Requirement({"F06.FR.06", "F06.FR.07"})
    void aTriggerIsTheMessageThatCame() {
        StationKey station = station("CS-3");
        requests.open(station, trigger("TransactionEvent", 1), NOW).block();
        requests.open(station, trigger("TransactionEvent", 2), NOW).block();
        requests.open(station, trigger("MeterValues", null), NOW).block();
        transaction(station, "tx", null);
        event(station, "tx", "Updated", "Trigger");
        database.sql(
                        """
                        insert into measurements
                        values ('default', 'CS-3', :at, 'm', 2, null, null,
                          '[{"ordinal": 0, "context": "Trigger"}]')
                        """)
                .bind("at", LATER)
                .then()
                .block();
        assertThat(requests.follow(LONG_AGO).block()).isEqualTo(2);
        assertThat(requests.follow(LONG_AGO).block()).isZero();
        assertThat(list(station).stream().map(Followed::effect).map(Objects::nonNull))
                .containsExactly(true, false, true);
    }

    @Test
    void answersGoToTheOldestRequestThatHasNone() {
        StationKey station = station("CS-4");
        requests.open(station, stop("a"), NOW).block();
        requests.open(station, stop("a"), NOW).block();
        requests.open(station, stop("b"), NOW).block();
        var no = new RemoteAnswer(new CommandAnswer("Rejected", "why"), null);
        requests.answered(station, stop("a"), no, NOW).block();
        assertThat(list(station).stream().map(Followed::status))
                .containsExactly(null, null, "Rejected");
        for (int more = 0; more < 4; more++) {
            requests.open(station, stop("c"), NOW).block();
        }
        assertThat(list(station)).hasSize(5);
    }
}
