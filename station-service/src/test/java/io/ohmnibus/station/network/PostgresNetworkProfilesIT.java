/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

@EmbeddedTest
final class PostgresNetworkProfilesIT {

    private static final StationKey STATION = new StationKey("default", "CS-1");
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final NetworkProfiles profiles;

    PostgresNetworkProfilesIT(TestDatabase database) {
        profiles =
                new PostgresNetworkProfiles(
                        ServiceDatabase.migrate(database, Service.STATION).client());
    }

    private static NetworkProfiles.Profile profile(String url, String outcome, int second) {
        return new NetworkProfiles.Profile(
                1, url, 2, "Wired0", 30, null, false, true, outcome, null, NOW.plusSeconds(second));
    }

    @Test
    void whatIsNotAcceptedLeavesWhatIs() {
        NetworkProfiles.Profile first = profile("wss://a", "Accepted", 0);
        NetworkProfiles.Profile failed = profile("wss://b", "Failed", 1);
        profiles.put(STATION, first).block();
        profiles.put(STATION, profile("wss://x", "TimedOut", 0)).block();
        profiles.put(STATION, failed).block();
        assertThat(all()).containsExactly(failed, first);

        NetworkProfiles.Profile second = profile("wss://c", "Accepted", 2);
        profiles.put(STATION, second).block();
        assertThat(all()).containsExactly(second);
        assertThat(profiles.of(new StationKey("other", "CS-1")).collectList().block()).isEmpty();
    }

    private List<NetworkProfiles.Profile> all() {
        return Objects.requireNonNull(profiles.of(STATION).collectList().block());
    }
}
