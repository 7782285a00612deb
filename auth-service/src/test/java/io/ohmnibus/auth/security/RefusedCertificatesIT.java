/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.auth.credentials.CredentialsUnderTest;
import io.ohmnibus.contracts.auth.StationCredentials;
import io.ohmnibus.contracts.gateway.RefusedHandshake;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What gateways refuse becomes a security event, in a real table. */
@EmbeddedTest
final class RefusedCertificatesIT {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final StationKey station = new StationKey("default", "CS-" + UUID.randomUUID());
    private final ServiceDatabase database;
    private final CredentialsUnderTest credentials;
    private final OwnSecurityEventsUnderTest events;

    RefusedCertificatesIT(TestDatabase test) {
        database = ServiceDatabase.migrate(test, Service.AUTH);
        credentials = new CredentialsUnderTest(database, at(Duration.ZERO));
        events = new OwnSecurityEventsUnderTest(database, at(Duration.ZERO));
        credentials.register(station, new StationCredentials(3, null, NOW));
    }

    private static Clock at(Duration later) {
        return Clock.fixed(NOW.plus(later), ZoneOffset.UTC);
    }

    private RefusedHandshake refused(String reason, String detail) {
        return new RefusedHandshake(
                NOW, 0, "default", station.stationId(), "192.0.2.7:4711", 3, reason, detail);
    }

    private void on(RefusedHandshake refused, Duration later) {
        new RefusedCertificates(
                        credentials.credentials(),
                        new OwnSecurityEventsUnderTest(database, at(later)).own(),
                        database.transaction())
                .on(refused)
                .block();
    }

    @Test
    @Requirement("A00.FR.408")
    void areToldWithTheReason() {
        on(refused("EXPIRED_CERTIFICATE", "until yesterday"), Duration.ZERO);
        on(refused("NO_CERTIFICATE", ""), Duration.ofSeconds(1));
        on(refused("OTHER_CERTIFICATE", "it names [CS-2]"), Duration.ofSeconds(2));
        assertThat(events.texts(station))
                .containsExactly(
                        "InvalidChargingStationCertificate OTHER_CERTIFICATE:"
                                + " it names [CS-2], from 192.0.2.7",
                        "InvalidChargingStationCertificate NO_CERTIFICATE, from 192.0.2.7",
                        "InvalidChargingStationCertificate EXPIRED_CERTIFICATE: until yesterday,"
                                + " from 192.0.2.7");
    }

    @Test
    void areToldOnceInTenMinutes() {
        RefusedHandshake refused = refused("OTHER_CERTIFICATE", "serial number 1f");
        on(refused, Duration.ZERO);
        on(refused, Duration.ofMinutes(9));
        assertThat(events.texts(station)).hasSize(1);
        on(refused, Duration.ofMinutes(11));
        assertThat(events.texts(station)).hasSize(2);
    }

    @Test
    @Requirement("A00.FR.408")
    void areToldByTheNameInACertificateThatIsNotTrusted() {
        String name = "SN-" + UUID.randomUUID();
        credentials.register(
                station, new StationCredentials(3, null, NOW).certificateName(name, NOW));
        for (int serial = 1; serial < 4; serial++) {
            on(
                    new RefusedHandshake(
                            NOW,
                            0,
                            "default",
                            name,
                            "192.0.2.7:4711",
                            3,
                            "CLIENT_CERTIFICATE",
                            "no path; it names [%s], serial number %d".formatted(name, serial)),
                    Duration.ofSeconds(serial));
        }
        assertThat(events.texts(station))
                .as("once, for anybody can make such ones")
                .containsExactly(
                        "InvalidChargingStationCertificate CLIENT_CERTIFICATE, from 192.0.2.7");
    }

    @Test
    void fillNothingForStationsThatDoNotExistOrForOtherReasons() {
        on(
                new RefusedHandshake(
                        NOW, 0, "default", "NOBODY", "?", 3, "OTHER_CERTIFICATE", "1f"),
                Duration.ZERO);
        on(new RefusedHandshake(NOW, 0, null, "", "?", 3, "CLIENT_CERTIFICATE", ""), Duration.ZERO);
        on(refused("WRONG_PASSWORD", ""), Duration.ZERO);
        assertThat(events.texts(station)).isEmpty();
        assertThat(events.texts(new StationKey("default", "NOBODY"))).isEmpty();
    }
}
