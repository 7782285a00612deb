/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

@EmbeddedTest
final class PostgresClaimsIT {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.123456Z");
    private static final StationKey ONE = new StationKey("t", "ONE");
    private static final StationKey TWO = new StationKey("t", "TWO");

    private final DatabaseClient database;
    private final Claims claims;

    PostgresClaimsIT(TestDatabase database) {
        this.database = ServiceDatabase.migrate(database, Service.STATION).client();
        claims = new PostgresClaims(this.database);
    }

    @Test
    void oneAtATimeRegistersAStation() {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        assertThat(claim(first, NOW, ONE)).containsExactly(ONE);
        assertThat(claim(second, NOW.plusSeconds(29), ONE, TWO))
                .as("each stands for itself")
                .containsExactly(TWO);
        assertThat(claim(second, NOW, new StationKey("other", "ONE"))).hasSize(1);
        assertThat(settle(second, ONE)).isEmpty();
        claims.release(List.of(ONE), second).block();
        assertThat(claim(second, NOW.plusSeconds(29), ONE)).isEmpty();

        assertThat(claim(second, NOW.plusSeconds(31), ONE)).containsExactly(ONE);
        assertThat(settle(first, ONE)).isEmpty();
        claims.release(List.of(ONE), second).block();
        assertThat(claim(first, NOW, ONE)).containsExactly(ONE);

        assertThat(settle(first, ONE, TWO)).containsExactly(ONE);
        claims.release(List.of(ONE), first).block();
        assertThat(claim(second, NOW.plusSeconds(999), ONE)).isEmpty();
    }

    @Test
    void tellsOfClaimsThatEndedWithoutAStation() {
        StationKey released = new StationKey("ended", "A");
        StationKey late = new StationKey("ended", "B");
        StationKey settled = new StationKey("ended", "C");
        UUID first = UUID.randomUUID();
        assertThat(claim(first, NOW, released, late, settled)).hasSize(3);
        assertThat(settle(first, settled)).containsExactly(settled);
        claims.release(List.of(released), first).block();
        assertThat(settle(first, released)).as("it was given up").isEmpty();
        assertThat(ended(NOW)).containsExactly(released);
        assertThat(ended(NOW.plusSeconds(31))).containsExactly(released, late);

        UUID second = UUID.randomUUID();
        assertThat(claim(second, NOW.plusSeconds(31), released, late)).hasSize(2);
        assertThat(ended(NOW.plusSeconds(31))).isEmpty();
        claims.forget(List.of(released, late, settled), first).block();
        assertThat(ended(NOW.plusSeconds(99))).as("not its own").hasSize(2);
        claims.forget(List.of(released, late, settled), second).block();
        assertThat(ended(NOW.plusSeconds(99))).isEmpty();
        assertThat(claim(first, NOW.plusSeconds(99), settled)).isEmpty();
    }

    private List<StationKey> ended(Instant now) {
        return claims.ended(now, 100)
                .filter(key -> key.tenant().equals("ended"))
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    @Test
    void nobodyRegistersAStationThatIsThereWithoutAClaim() {
        database.sql(
                        """
                        insert into stations (tenant, station_id, security_profile, policy_status,
                            registered_at)
                        values ('t', 'OLD', 1, 'Accepted', now())
                        """)
                .then()
                .block();
        StationKey fresh = new StationKey("t", "NEW");
        assertThat(claim(UUID.randomUUID(), NOW, new StationKey("t", "OLD"), fresh))
                .containsExactly(fresh);
    }

    private List<StationKey> claim(UUID claim, Instant at, StationKey... stations) {
        return claims.claim(List.of(stations), claim, at, Duration.ofSeconds(30))
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private List<StationKey> settle(UUID claim, StationKey... stations) {
        return claims.settle(List.of(stations), claim).collectList().blockOptional().orElseThrow();
    }
}
