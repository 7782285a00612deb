/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.faults;

import static io.ohmnibus.e2e.faults.Wire.answers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.simulator.Station;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A service dies after its commit and before its answer (F6). The moment is hit every time: the
 * network holds back what PostgreSQL says as soon as the row can be seen, so the service never
 * hears of its commit and has sent nothing.
 */
@Isolated
@Tag("faults")
final class KilledAfterCommitIT {

    private static final Duration LIMIT = Duration.ofSeconds(90);

    private static final Cluster CLUSTER = Cluster.shared();

    /** A CALL of each service that knows a repetition. */
    enum Sent {
        AUTHORIZE(
                Service.AUTH,
                "auth.handled_calls",
                """
                [2,"%s","Authorize",{"idToken":{"idToken":"NOBODY","type":"ISO14443"}}]
                """),
        BOOT_NOTIFICATION(
                Service.STATION,
                "station.handled_calls",
                """
                [2,"%s","BootNotification",{"reason":"PowerUp","chargingStation":{"model":"M","vendorName":"V"}}]
                """,
                "select s::text from station.stations s where station_id = ?"),
        TRANSACTION_EVENT(
                Service.TRANSACTION,
                "transaction.transaction_events",
                """
                [2,"%1$s","TransactionEvent",{"eventType":"Started","timestamp":"2026-01-02T03:04:05Z",\
                "triggerReason":"CablePluggedIn","seqNo":0,"transactionInfo":{"transactionId":"%1$s"},\
                "evse":{"id":1,"connectorId":1},"meterValue":[{"timestamp":"2026-01-02T03:04:05Z",\
                "sampledValue":[{"value":7}]}]}]
                """,
                "select t::text from transaction.transactions t where station_id = ?",
                "select m::text from transaction.meter_values m where station_id = ?");

        private final Service service;

        /** Where the service keeps by which messages it was called. */
        private final String memory;

        private final String frame;

        /** Queries for what it leaves in the database, each with the station as its argument. */
        private final List<String> effects;

        Sent(Service service, String memory, String frame, String... effects) {
            this.service = service;
            this.memory = memory;
            this.frame = frame.strip();
            this.effects =
                    Stream.concat(
                                    Stream.of(
                                            "select m::text from %s m where station_id = ?"
                                                    .formatted(memory)),
                                    Arrays.stream(effects))
                            .toList();
        }
    }

    @ParameterizedTest
    @EnumSource(Sent.class)
    void theRecordComesAgainAndTheCallIsAnsweredAfterAll(Sent sent) {
        try (Station station = CLUSTER.booted(0)) {
            String id = "again-" + sent;
            killBetweenCommitAndAnswer(sent, station, id);
            assertThat(answers(station, id)).isEmpty();
            List<String> effects = effects(sent, station);

            CLUSTER.service(sent.service).restart();

            await().atMost(LIMIT).until(() -> !answers(station, id).isEmpty());
            assertThat(answers(station, id)).singleElement().asString().startsWith("[3,");
            assertThat(effects(sent, station)).isEqualTo(effects);
        }
    }

    @Test
    void aStationThatIsToldToTryAgainGetsTheAnswerToTheSameMessage() { // F31
        try (Station station = CLUSTER.booted(1)) {
            String id = "repeated";
            killBetweenCommitAndAnswer(Sent.TRANSACTION_EVENT, station, id);
            List<String> effects = effects(Sent.TRANSACTION_EVENT, station);
            await().atMost(LIMIT).until(() -> !answers(station, id).isEmpty());
            assertThat(answers(station, id))
                    .singleElement()
                    .asString()
                    .startsWith("[4,\"%s\",\"InternalError\"".formatted(id));

            CLUSTER.service(Service.TRANSACTION).restart();
            station.sendRaw(Sent.TRANSACTION_EVENT.frame.formatted(id));

            await().atMost(LIMIT).until(() -> answers(station, id).size() == 2);
            assertThat(answers(station, id).getLast()).startsWith("[3,");
            assertThat(effects(Sent.TRANSACTION_EVENT, station)).isEqualTo(effects);
        }
    }

    @Test
    void aStationThatComesBackOnANewConnectionGetsTheAnswerToo() { // F36, F10
        try (Station station = CLUSTER.booted(0)) {
            String id = "new-connection";
            double late = CLUSTER.gateway(0).metric("ohmnibus_gateway_replies_late_total");
            killBetweenCommitAndAnswer(Sent.TRANSACTION_EVENT, station, id);
            List<String> effects = effects(Sent.TRANSACTION_EVENT, station);

            station.goOffline();
            CLUSTER.service(Service.TRANSACTION).restart();
            station.goOnline();
            station.sendRaw(Sent.TRANSACTION_EVENT.frame.formatted(id));

            await().atMost(LIMIT).until(() -> !answers(station, id).isEmpty());
            assertThat(answers(station, id)).singleElement().asString().startsWith("[3,");
            assertThat(effects(Sent.TRANSACTION_EVENT, station)).isEqualTo(effects);
            await().atMost(LIMIT)
                    .until(() ->
                            CLUSTER.gateway(0).metric("ohmnibus_gateway_replies_late_total")
                                    > late);
        }
    }

    private static void killBetweenCommitAndAnswer(Sent sent, Station station, String id) {
        var network = CLUSTER.network(sent.service);
        network.holdFrom(() -> isCommitted(sent, station, id));
        station.sendRaw(sent.frame.formatted(id));
        network.awaitHeld();
        CLUSTER.service(sent.service).jvm().kill();
        network.release();
    }

    private static boolean isCommitted(Sent sent, Station station, String id) {
        return CLUSTER.database()
                        .count(
                                "from %s where station_id = ? and message_id = ?"
                                        .formatted(sent.memory),
                                station.id(),
                                id)
                == 1;
    }

    /** Everything that the messages of a station have left. */
    private static List<String> effects(Sent sent, Station station) {
        return sent.effects.stream()
                .flatMap(query -> CLUSTER.database().rows(query, station.id()).stream())
                .toList();
    }
}
