/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.allinone;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.simulator.DemoDriver;
import io.ohmnibus.simulator.Station;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Three stations, two of OCPP 2.1 and one of 2.0.1, at which drivers charge again and again. */
final class Demo implements AutoCloseable {

    private static final String TOKEN_OF = "DEMO-";
    private static final Map<String, OcppVersion> STATIONS =
            new TreeMap<>(
                    Map.of(
                            "CS001", OcppVersion.V2_1,
                            "CS002", OcppVersion.V2_1,
                            "CS003", OcppVersion.V2_0_1));

    private final OhmnibusPlatform platform;
    private final Console console;
    private final List<AutoCloseable> running = new ArrayList<>();

    private Demo(OhmnibusPlatform platform, Console console) {
        this.platform = platform;
        this.console = console;
    }

    /** Registers the stations and a driver's token for each, unless an earlier run did. */
    static Demo prepare(OhmnibusPlatform platform, Api api, Console console) {
        for (String id : STATIONS.keySet()) {
            if (!api.exists("station/stations/" + id)) {
                api.post(
                        "station/stations",
                        "application/json",
                        """
                        {"stationId": "%s", "securityProfile": 1, "password": "%s"}
                        """
                                .formatted(id, platform.installation().stationPassword(id)));
            }
            if (!api.exists("auth/tokens/ISO14443/" + TOKEN_OF + id)) {
                api.importCsv(
                        "auth/tokens/import",
                        "id,type,status\n%s%s,ISO14443,Active\n".formatted(TOKEN_OF, id));
            }
        }
        return new Demo(platform, console);
    }

    void start() {
        STATIONS.forEach(this::start);
    }

    private void start(String id, OcppVersion version) {
        Station station =
                Station.builder(id)
                        .version(version)
                        .url("ws://localhost:" + platform.settings().stations() + "/ocpp")
                        .password(platform.installation().stationPassword(id))
                        .listener(event -> console.say(event.toString()))
                        .powerUp();
        IdToken token = new IdToken(null, TOKEN_OF + id, "ISO14443", null);
        DemoDriver driver =
                new DemoDriver(
                        station,
                        1,
                        new DemoDriver.Habit(
                                token,
                                Duration.ofSeconds(30),
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(5)));
        driver.start();
        running.add(driver::leave);
        running.add(station::close);
    }

    @Override
    public void close() {
        running.forEach(Closing::quietly);
    }
}
