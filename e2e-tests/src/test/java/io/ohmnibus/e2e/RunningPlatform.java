/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e;

import static org.awaitility.Awaitility.await;

import io.ohmnibus.allinone.OhmnibusPlatform;
import io.ohmnibus.allinone.PlatformSettings;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.simulator.Station;
import io.ohmnibus.simulator.StationBuilder;
import io.ohmnibus.simulator.rpc.ConnectFailedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The one platform that all scenarios of this JVM share; it stops with the JVM. The {@link Referee}
 * judges all frames of the stations that it hands out.
 */
public final class RunningPlatform {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final RunningPlatform RUNNING = new RunningPlatform();

    private final OhmnibusPlatform platform;
    private final Rest rest;

    private RunningPlatform() {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        // Scenarios listen for requests there.
        System.setProperty("ohmnibus.outbound.allowed-networks", "127.0.0.1");
        System.setProperty("ohmnibus.outbound.plain-http", "true");
        // Stations of scenarios have nothing more to tell by then.
        System.setProperty("ohmnibus.transaction.check.after-reconnect", "PT2S");
        try {
            var data = Files.createTempDirectory("ohmnibus-e2e");
            platform = OhmnibusPlatform.start(PlatformSettings.onFreePorts(data.resolve("data")));
            rest = new Rest(platform.settings().http(), platform.tokens().get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The platform itself, for its issuer. */
    public static OhmnibusPlatform platform() {
        return RUNNING.platform;
    }

    /** The APIs, as somebody of the tenant {@code default} who may do everything. */
    public static Rest rest() {
        return RUNNING.rest;
    }

    /** The certificate that stations must trust for TLS. */
    public static X509Certificate root() {
        return RUNNING.platform.root();
    }

    /** A registered station that is not connected yet. */
    public static StationBuilder station(OcppVersion version) {
        return station(version, "Accepted");
    }

    /** The same, whose BootNotification gets that status. */
    public static StationBuilder station(OcppVersion version, String bootStatus) {
        String id = "ST-" + NUMBER.incrementAndGet();
        JsonNode registered =
                rest().post(
                                "station/stations",
                                """
                                {"stationId": "%s", "securityProfile": 1,
                                 "bootPolicy": {"status": "%s"}}
                                """
                                        .formatted(id, bootStatus))
                        .expect(201);
        return Station.builder(id)
                .version(version)
                .url("ws://localhost:" + RUNNING.platform.settings().stations() + "/ocpp")
                .password(registered.path("password").asString())
                .framesKept(100_000)
                .prepare(Referee.ofThisScenario());
    }

    /** A station that is connected and was accepted. */
    public static Station accepted(OcppVersion version) {
        return accepted(station(version));
    }

    /** The same, built by the caller. */
    public static Station accepted(StationBuilder builder) {
        Station station = started(builder);
        station.boot(BootReasonEnum.POWER_UP);
        return station;
    }

    /** Connected as soon as the gateway has learnt that the station is registered. */
    public static Station started(StationBuilder builder) {
        return await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptionsInstanceOf(ConnectFailedException.class)
                .until(builder::start, Objects::nonNull);
    }

    /** A token that nobody else uses. */
    public static IdToken token(String status) {
        return token("{\"status\": \"" + status + "\"}", "ISO14443");
    }

    /** The same, of a type and with more properties, as the REST API takes them. */
    public static IdToken token(String json, String type) {
        String id = "TOKEN" + NUMBER.incrementAndGet();
        var document = (ObjectNode) JsonMapper.shared().readTree(json);
        document.put("idToken", id).put("type", type);
        rest().post("auth/tokens", document.toString()).expect(201);
        return new IdToken(null, id, type, null);
    }
}
