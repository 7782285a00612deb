/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.datatransfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import io.ohmnibus.station.datatransfer.VendorMessages.Direction;
import io.ohmnibus.station.datatransfer.VendorMessages.Name;
import io.ohmnibus.station.datatransfer.VendorMessages.Seen;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@EmbeddedTest
final class PostgresVendorMessagesIT {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final VendorMessages messages;

    PostgresVendorMessagesIT(TestDatabase database) {
        messages =
                new PostgresVendorMessages(
                        ServiceDatabase.migrate(database, Service.STATION).client());
    }

    private void seen(StationKey station, String vendor, @Nullable String message, String status) {
        messages.seen(station, Direction.FROM_STATION, new Name(vendor, message), status, NOW)
                .block();
    }

    @Test
    void countsMessagesByTheirName() {
        StationKey station = new StationKey("default", "CS-1");
        seen(station, "b", null, "UnknownVendorId");
        seen(station, "a", "m", "Accepted");
        seen(station, "a", "m", "Rejected");
        Seen first = new Seen("FromStation", "a", "m", 2, "Rejected", NOW);
        Seen second = new Seen("FromStation", "b", null, 1, "UnknownVendorId", NOW);
        assertThat(messages.list(station, null, 10).collectList().block())
                .containsExactly(first, second);
        assertThat(messages.list(station, first, 10).collectList().block()).containsExactly(second);
    }

    @Test // A37
    void inventedNamesDoNotFillTheTable() {
        StationKey station = new StationKey("default", "CS-2");
        for (int name = 0; name < 210; name++) {
            seen(station, "v" + name, "m", "UnknownVendorId");
        }
        seen(station, "v0", "m", "UnknownVendorId");
        assertThat(messages.list(station, null, 500).count().block()).isEqualTo(200);
        assertThat(messages.list(station, null, 1).map(Seen::count).blockFirst()).isEqualTo(2);
    }
}
