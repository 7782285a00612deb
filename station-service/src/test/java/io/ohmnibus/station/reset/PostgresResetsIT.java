/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.reset;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.message.ResetRequest;
import io.ohmnibus.ocpp.type.ResetEnum;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import io.ohmnibus.station.store.CommandOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@EmbeddedTest
final class PostgresResetsIT {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final StationKey STATION = new StationKey("default", "CS-1");

    private final Resets resets;

    PostgresResetsIT(TestDatabase database) {
        resets = new PostgresResets(ServiceDatabase.migrate(database, Service.STATION).client());
    }

    @Test
    void aBootClosesTheResetsOfTheWholeStation() {
        ResetRequest whole = new ResetRequest(ResetEnum.IMMEDIATE, null, null);
        ResetRequest evse = new ResetRequest(ResetEnum.ON_IDLE, 1, null);
        resets.completed(STATION, whole, new CommandOutcome("Accepted", null), NOW).block();
        resets.completed(STATION, evse, new CommandOutcome("Scheduled", "Busy"), NOW).block();
        resets.rebooted(Map.of(STATION, NOW.plusSeconds(60))).block();

        List<Resets.Reset> listed = resets.list(STATION, null, 10).collectList().block();
        assertThat(listed)
                .extracting(Resets.Reset::rebootedAt)
                .containsExactly(null, NOW.plusSeconds(60));
        assertThat(listed).isNotNull();
        assertThat(resets.list(STATION, listed.getFirst().id(), 10).count().block()).isEqualTo(1);
    }
}
