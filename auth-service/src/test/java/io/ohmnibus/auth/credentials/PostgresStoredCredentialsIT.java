/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.auth.credentials.StoredCredentials.Entry;
import io.ohmnibus.contracts.auth.RegisterCredentials;
import io.ohmnibus.contracts.auth.StationCredentials;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@EmbeddedTest
final class PostgresStoredCredentialsIT {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.123456Z");
    private static final StationKey ONE = new StationKey("t", "CS-1");
    private static final StationKey TWO = new StationKey("t", "CS-2");
    private static final StationCredentials KNOWN =
            new StationCredentials(2, "old", NOW, 3, "next", "SN", List.of("a"), List.of("b"), NOW);

    private final StoredCredentials stored;

    PostgresStoredCredentialsIT(TestDatabase database) {
        stored =
                new PostgresStoredCredentials(
                        ServiceDatabase.migrate(database, Service.AUTH).client());
    }

    private static RegisterCredentials asked(int attempt, StationKey... stations) {
        return new RegisterCredentials(
                new UUID(0, attempt),
                NOW.plusSeconds(attempt),
                Stream.of(stations)
                        .map(key -> new RegisterCredentials.Entry(key.stationId(), 1, "hash"))
                        .toList());
    }

    @Test
    void registersManyAtOnceAndKeepsTheirCertificates() {
        stored.put(ONE, KNOWN).block();
        stored.reserve(List.of(ONE, TWO)).block();
        Instant later = NOW.plusSeconds(60);

        List<Entry> set =
                stored.register("t", asked(1, ONE, TWO), later).collectList().blockOptional().get();

        StationCredentials fresh = new StationCredentials(1, "hash", later);
        assertThat(set)
                .containsExactlyInAnyOrder(
                        new Entry(
                                ONE,
                                fresh.certificateName("SN", later)
                                        .certificates(List.of("a"), List.of("b"), later)
                                        .expiredAcceptedUntil(NOW, later)),
                        new Entry(TWO, fresh));
        assertThat(set)
                .allSatisfy(entry ->
                        assertThat(stored.find(entry.station()).block())
                                .isEqualTo(entry.credentials()));

        assertThat(stored.register("t", asked(1, ONE), later).collectList().block())
                .as("the same once more")
                .isEmpty();
        assertThat(stored.register("t", asked(0, TWO), later).collectList().block())
                .as("asked before")
                .isEmpty();
        assertThat(stored.register("t", asked(2, TWO), later).collectList().block()).hasSize(1);
        assertThat(stored.registeredBy(new UUID(0, 1), List.of(ONE, TWO)).collectList().block())
                .containsExactly(ONE);
        assertThat(stored.find(new StationKey("other", "CS-1")).block()).isNull();
    }

    @Test
    void findsAStationByItsIdentityBeforeTheNameInTheCertificateOfAnother() {
        StationKey bySerial = new StationKey("named", "CS-1");
        StationKey byIdentity = new StationKey("named", "SN");
        stored.put(bySerial, KNOWN).block();
        assertThat(stored.named("named", "SN").block()).isEqualTo(bySerial);
        stored.put(byIdentity, new StationCredentials(3, null, NOW)).block();
        assertThat(stored.named("named", "SN").block()).isEqualTo(byIdentity);
        assertThat(stored.named("named", "CS-1").block()).isEqualTo(bySerial);
        assertThat(stored.named("named", "CS-2").block()).isNull();
        assertThat(stored.named("another", "SN").block()).isNull();
    }

    @Test
    void withdrawsWhatWasRegisteredBeforeAlone() {
        StationKey three = new StationKey("withdrawn", "CS-3");
        StationKey four = new StationKey("withdrawn", "CS-4");
        StationKey unregistered = new StationKey("withdrawn", "CS-5");
        stored.register("withdrawn", asked(3, three), NOW).then().block();
        stored.register("withdrawn", asked(4, four), NOW).then().block();
        stored.put(unregistered, KNOWN).block();
        List<StationKey> all = List.of(three, four, unregistered);

        assertThat(stored.withdraw(all, NOW.plusSeconds(4)).collectList().block())
                .containsExactly(three);
        assertThat(stored.find(three).block()).isNull();
        assertThat(stored.find(four).block()).isNotNull();
        assertThat(stored.find(unregistered).block()).isEqualTo(KNOWN);
    }
}
