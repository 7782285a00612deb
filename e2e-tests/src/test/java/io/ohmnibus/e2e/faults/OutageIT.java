/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.faults;

import static io.ohmnibus.e2e.faults.Wire.answers;
import static io.ohmnibus.e2e.faults.Wire.authorize;
import static io.ohmnibus.e2e.faults.Wire.event;
import static io.ohmnibus.e2e.faults.Wire.heartbeat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.test.process.ServerProcess;
import io.ohmnibus.simulator.Station;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Kafka, PostgreSQL or a service is away for a while; stations keep their sockets and lose nothing.
 */
@Isolated
@Tag("faults")
final class OutageIT {

    private static final Cluster CLUSTER = Cluster.shared();
    private static final Duration OUTAGE = Duration.ofSeconds(20);
    private static final Duration RECOVERY = Duration.ofSeconds(30);
    private static final Duration LIMIT = Duration.ofSeconds(90);

    @ParameterizedTest
    @ValueSource(booleans = {true, false}) // F1
    void kafkaIsAway(boolean killed) {
        isAway(CLUSTER.kafka(), killed, "kafka-" + killed);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false}) // F15, F16
    void postgresIsAway(boolean killed) {
        isAway(CLUSTER.postgres(), killed, "postgres-" + killed);
    }

    private static void isAway(ServerProcess server, boolean killed, String transaction) {
        try (Station station = CLUSTER.booted(1)) {
            repeatUntilAccepted(station, event(transaction, 0, "Started"), transaction + "-0");

            if (killed) {
                server.kill();
            } else {
                server.pause();
            }
            Instant away = Instant.now();
            station.sendRaw(event(transaction, 1, "Updated"));
            await().atMost(LIMIT)
                    .until(() ->
                            Instant.now().isAfter(away.plus(OUTAGE))
                                    && !answers(station, transaction + "-1").isEmpty());
            assertThat(answers(station, transaction + "-1"))
                    .singleElement()
                    .asString()
                    .contains("InternalError");
            assertThat(station.raw(heartbeat("alive-" + transaction))).contains("currentTime");

            if (killed) {
                server.restart();
            } else {
                server.resume();
            }
            Instant back = Instant.now();
            repeatUntilAccepted(station, event(transaction, 1, "Updated"), transaction + "-1");
            assertThat(Duration.between(back, Instant.now())).isLessThan(RECOVERY);

            repeatUntilAccepted(station, event(transaction, 2, "Ended"), transaction + "-2");
            assertThat(station.connected()).isTrue();
            assertThat(rows(station)).isEqualTo(3);
        }
    }

    @Test
    void aPausedServiceDelaysNobodyElseAndWorksOffWhatCameMeanwhile() { // F9
        String transaction = "paused";
        var service = CLUSTER.service(Service.TRANSACTION).jvm();
        try (Station station = CLUSTER.booted(1)) {
            service.pause();
            station.sendRaw(event(transaction, 0, "Started"));
            await().atMost(LIMIT).until(() -> !answers(station, transaction + "-0").isEmpty());
            assertThat(answers(station, transaction + "-0").getFirst()).contains("InternalError");
            station.sendRaw(authorize("beside"));
            awaitResult(station, "beside", Duration.ofSeconds(20));

            service.resume();
            await().atMost(LIMIT).until(() -> rows(station) == 1);
            repeatUntilAccepted(station, event(transaction, 0, "Started"), transaction + "-0");
            assertThat(rows(station)).isEqualTo(1);
        } finally {
            service.resume();
        }
    }

    @Test
    void aServiceWhosePartitionsWentToAnotherHasNoSecondEffectWhenItGoesOn() { // F53
        String transaction = "fenced";
        var paused = CLUSTER.service(Service.TRANSACTION).jvm();
        try (var other = CLUSTER.another(Service.TRANSACTION);
                Station station = CLUSTER.booted(0)) {
            paused.pause();
            station.sendRaw(event(transaction, 0, "Started"));
            repeatUntilAccepted(station, event(transaction, 0, "Started"), transaction + "-0");

            paused.resume();
            station.sendRaw(event(transaction, 1, "Updated"));
            awaitResult(station, transaction + "-1", LIMIT);
            assertThat(rows(station)).isEqualTo(2);
            assertThat(other.isReady()).isTrue();
        } finally {
            paused.resume();
        }
    }

    /** As a station does that gets an error or nothing: the same message again. */
    private static void repeatUntilAccepted(Station station, String frame, String id) {
        await().atMost(LIMIT)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    if (isAccepted(station, id)) {
                        return true;
                    }
                    station.sendRaw(frame);
                    return false;
                });
    }

    private static void awaitResult(Station station, String id, Duration limit) {
        await().atMost(limit).until(() -> !answers(station, id).isEmpty());
        assertThat(isAccepted(station, id)).as("%s", answers(station, id)).isTrue();
    }

    private static boolean isAccepted(Station station, String id) {
        return answers(station, id).stream().anyMatch(answer -> answer.startsWith("[3,"));
    }

    private static long rows(Station station) {
        return CLUSTER.database()
                .count("from transaction.transaction_events where station_id = ?", station.id());
    }
}
