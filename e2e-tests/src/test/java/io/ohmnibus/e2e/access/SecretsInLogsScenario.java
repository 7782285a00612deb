/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.access;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.ocpp.type.CertificateSigningUseEnum.CHARGING_STATION_CERTIFICATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import io.ohmnibus.e2e.RunningPlatform;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.simulator.Station;
import io.ohmnibus.simulator.rpc.ConnectFailedException;
import io.ohmnibus.simulator.security.Identity;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.slf4j.LoggerFactory;

/** Whatever is logged while block A is used, no secret is in it, also not at DEBUG (A14). */
@ResourceLock("levels of logging")
class SecretsInLogsScenario {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final List<String> AT_DEBUG =
            List.of("io.ohmnibus", "org.springframework", "io.r2dbc", "reactor", "io.netty");

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Map<Logger, Level> before = new HashMap<>();

    private final AppenderBase<ILoggingEvent> capture =
            new AppenderBase<>() {
                @Override
                protected void append(ILoggingEvent event) {
                    if (!event.getLoggerName().startsWith("io.ohmnibus.simulator")) {
                        lines.add(
                                event.getLoggerName()
                                        + " "
                                        + event.getFormattedMessage()
                                        + event.getMDCPropertyMap()
                                        + ThrowableProxyUtil.asString(event.getThrowableProxy()));
                    }
                }
            };

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }

    @BeforeEach
    void listen() {
        RunningPlatform.platform();
        capture.start();
        logger(Logger.ROOT_LOGGER_NAME).addAppender(capture);
        for (String name : AT_DEBUG) {
            before.put(logger(name), logger(name).getLevel());
            logger(name).setLevel(Level.DEBUG);
        }
    }

    @AfterEach
    void stop() {
        before.forEach(Logger::setLevel);
        logger(Logger.ROOT_LOGGER_NAME).detachAppender(capture);
    }

    @Test
    void noPasswordTokenOrKeyIsEverLogged() throws IOException {
        try (Station station = accepted(OcppVersion.V2_1)) {
            String base = "auth/stations/" + station.id() + "/";
            String first = password(station);
            String chosen = "q7Xv2LkP9sWz4RtY6uHe";
            rest().post(base + "password-changes", "{\"password\": \"" + chosen + "\"}")
                    .expect(202);
            rest().eventually(
                            base + "password-changes",
                            shown ->
                                    assertThat(shown.at("/items/0/status").asString())
                                            .isEqualTo("Confirmed"));
            station.security().report("TamperDetectionActivated", "lid");
            station.security().sign(CHARGING_STATION_CERTIFICATE);
            await().atMost(LIMIT)
                    .until(() ->
                            station.security().identity(CHARGING_STATION_CERTIFICATE).isPresent());
            rest().post(base + "certificates/renewals", "{}").expect(202);
            rest().post(base + "profile-changes", "{\"securityProfile\": 2}").expect(202);
            rest().eventually(
                            base + "profile-changes",
                            shown ->
                                    assertThat(shown.at("/items/0/status").asString())
                                            .isEqualTo("Completed"));
            station.goOffline();
            station.security().password("wrong-" + chosen);
            assertThatThrownBy(station::goOnline).isInstanceOf(ConnectFailedException.class);

            assertThat(lines).as("it listens").anyMatch(line -> line.contains(station.id()));
            for (String secret : secrets(station, first, chosen)) {
                assertThat(lines).filteredOn(line -> line.contains(secret)).isEmpty();
            }
        }
    }

    private static String password(Station station) {
        return station.security().password().orElseThrow();
    }

    private static List<String> secrets(Station station, String first, String chosen)
            throws IOException {
        Properties installation = new Properties();
        var data = RunningPlatform.platform().settings().data();
        try (Reader in = Files.newBufferedReader(data.resolve("installation.properties"))) {
            installation.load(in);
        }
        Identity identity = station.security().identity(CHARGING_STATION_CERTIFICATE).orElseThrow();
        return List.of(
                first,
                chosen, // also as part of the wrong one
                basic(station, first),
                basic(station, chosen),
                RunningPlatform.platform().tokens().get(),
                base64(identity.key().getEncoded()).substring(0, 60),
                installation.getProperty("authority-password"),
                installation.getProperty("station-password-pepper"));
    }

    private static String basic(Station station, String password) {
        return base64((station.id() + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
