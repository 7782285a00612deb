/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.allinone;

import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** What {@code ./run} tells: one line per thing that happens. */
final class Console {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private static final String TO_A_STATION =
            """
            -d '{"requestedMessage":"Heartbeat"}' \
            '%s/api/transaction/stations/CS001/commands/TriggerMessage?wait=PT10S'\
            """;

    private static final String NEW_STATION =
            """
            -d '{"stationId":"MY-STATION","securityProfile":1}' %s/api/station/stations\
            """;

    private final PrintStream out = System.out;

    void say(String line) {
        out.println(LocalTime.now(ZoneId.systemDefault()).format(TIME) + "  " + line);
    }

    /** Where everything is, and three calls to try; the last one needs a station, or makes one. */
    void ready(OhmnibusPlatform platform, String token, boolean withStations, long began) {
        PlatformSettings settings = platform.settings();
        String rest = "http://localhost:" + settings.http();
        double seconds = Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0;
        say("Ready after %.1f s".formatted(seconds));
        out.println(
                """

                  REST      %1$s/api/<service>/...
                  API docs  %1$s/docs
                  Health    %1$s/api/station/actuator/health
                  Metrics   %1$s/api/gateway/actuator/prometheus
                  Stations  ws://localhost:%2$d/ocpp/{station}   (HTTP Basic)
                            wss://localhost:%10$d/ocpp/{station}  (TLS and HTTP Basic; trust %12$s)
                            wss://localhost:%11$d/ocpp/{station}  (TLS with client certificate)
                  Issuer    %3$s   (client %4$s, secret %5$s; person %6$s, password %7$s)
                  Log       %8$s

                Try:
                  TOKEN=%9$s
                  curl -s -H "Authorization: Bearer $TOKEN" %1$s/api/station/stations
                  curl -s -H "Authorization: Bearer $TOKEN" %1$s/api/transaction/transactions
                  curl -s -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' %13$s
                """
                        .formatted(
                                rest,
                                settings.stations(),
                                Issuer.uri(settings),
                                Issuer.CLIENT,
                                platform.installation().clientSecret(),
                                Issuer.PERSON,
                                platform.installation().operatorPassword(),
                                settings.data().resolve("ohmnibus.log"),
                                token,
                                settings.stationsTls(),
                                settings.stationsMutualTls(),
                                settings.data().resolve("pki/root.pem"),
                                (withStations ? TO_A_STATION : NEW_STATION).formatted(rest)));
    }
}
