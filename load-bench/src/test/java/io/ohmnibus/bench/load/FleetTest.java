/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.WebsocketServerSpec;

final class FleetTest {

    private static final Duration MOMENT = Duration.ofMillis(500);

    private volatile String registration = "Accepted";

    private final DisposableServer server =
            HttpServer.create()
                    .host("127.0.0.1")
                    .port(0)
                    .route(routes ->
                            routes.ws(
                                    "/ocpp/{station}",
                                    (in, out) ->
                                            out.sendString(
                                                    in.receive()
                                                            .asString()
                                                            .concatMap(this::answer)),
                                    WebsocketServerSpec.builder().protocols("ocpp2.1").build()))
                    .bindNow();

    /** Heartbeats after a while, with an error now and then; everything else at once. */
    private Mono<String> answer(String call) {
        String id = call.substring(4, call.indexOf('"', 4));
        if (call.contains("BootNotification")) {
            return Mono.just("[3,\"" + id + "\",{\"status\":\"" + registration + "\"}]");
        }
        return id.endsWith("-3")
                ? Mono.just("[4,\"" + id + "\",\"InternalError\",\"\",{}]")
                : Mono.just("[3,\"" + id + "\",{}]").delayElement(Duration.ofMillis(20));
    }

    private Fleet fleet() {
        return new Fleet(
                URI.create("ws://127.0.0.1:" + server.port() + "/ocpp/"),
                List.of("A", "B"),
                "password");
    }

    @AfterEach
    void stop() {
        server.disposeNow();
    }

    @Test
    void countsResultsAndErrorsApart() {
        try (Fleet fleet = fleet()) {
            fleet.boot();
            try (Running running = fleet.closedLoop(Traffics.heartbeats())) {
                Measured measured = running.measure(MOMENT);

                assertThat(measured.errors()).isEqualTo(2);
                assertThat(measured.firstError()).contains("InternalError");
                assertThat(measured.count()).isBetween(4L, 50L);
                assertThat(measured.millis(50)).isBetween(20.0, 400.0);
            }
        }
    }

    @Test
    void latencyCountsFromWhenTheCallWasDue() {
        try (Fleet fleet = fleet()) {
            fleet.boot();
            // Two stations can send 100 in a second; 1000 are due, so the queue only grows.
            try (Running running = fleet.openLoop(Traffics.heartbeats(), 1000)) {
                assertThat(running.measure(MOMENT).millis(100)).isGreaterThan(100);
            }
        }
    }

    @Test
    void aStormEndsWhenEverybodyIsAnswered() {
        try (Fleet fleet = fleet()) {
            Measured measured = fleet.storm();

            assertThat(measured.count()).isEqualTo(2);
            assertThat(measured.errors()).isZero();
        }
    }

    @Test
    void aStationThatIsNotAcceptedIsAnError() {
        registration = "Pending";
        try (Fleet fleet = fleet()) {
            Measured measured = fleet.storm();

            assertThat(measured.count()).isZero();
            assertThat(measured.errors()).isEqualTo(2);
            assertThat(measured.firstError()).contains("Pending");
        }
        try (Fleet fleet = fleet()) {
            assertThatThrownBy(fleet::boot).hasMessageContaining("0 of 2 stations booted");
        }
    }
}
