/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e;

import io.ohmnibus.allinone.OhmnibusPlatform;
import io.ohmnibus.allinone.PlatformSettings;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.simulator.Station;
import io.ohmnibus.simulator.StationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** The one platform that all scenarios of this JVM share; it stops with the JVM. */
public final class RunningPlatform {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final RunningPlatform RUNNING = new RunningPlatform();

    private final OhmnibusPlatform platform;
    private final Rest rest;

    private RunningPlatform() {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        try {
            var data = Files.createTempDirectory("ohmnibus-e2e");
            platform = OhmnibusPlatform.start(PlatformSettings.onFreePorts(data.resolve("data")));
            rest = new Rest(platform.settings().http(), platform.tokens().get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Rest rest() {
        return RUNNING.rest;
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
                .password(registered.path("password").asString());
    }

    /** A token that nobody else uses. */
    public static IdToken token(String status) {
        String id = "TOKEN" + NUMBER.incrementAndGet();
        rest().importCsv("auth/tokens/import", "id,type,status\n" + id + ",ISO14443," + status)
                .expect(200);
        return new IdToken(null, id, "ISO14443", null);
    }
}
