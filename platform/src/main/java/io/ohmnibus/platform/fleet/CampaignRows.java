/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.fleet;

import io.ohmnibus.ocpp.Action;
import io.ohmnibus.platform.command.CommandOptions;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the rows of campaigns. */
final class CampaignRows {

    private CampaignRows() {}

    static StoredCampaign campaign(Readable row) {
        String action = required(row, "action", String.class);
        return new StoredCampaign(
                required(row, "id", UUID.class),
                required(row, "tenant", String.class),
                row.get("name", String.class),
                Action.ofWireName(action).orElseThrow(() -> new IllegalStateException(action)),
                required(row, "request", Json.class).asString(),
                required(row, "selector", Json.class).asString(),
                new StoredCampaign.Pace(
                        List.of(required(row, "waves", Integer[].class)),
                        row.get("max_failure_rate", BigDecimal.class),
                        duration(row, "next_wave_after")),
                new CommandOptions(
                        Objects.requireNonNull(duration(row, "deadline")),
                        required(row, "wait_when_offline", Boolean.class)),
                required(row, "created_by", String.class),
                required(row, "created_at", Instant.class),
                required(row, "stations", Integer.class),
                state(row));
    }

    private static StoredCampaign.State state(Readable row) {
        return new StoredCampaign.State(
                CampaignState.of(required(row, "state", String.class)),
                row.get("reason", String.class),
                required(row, "wave", Integer.class),
                required(row, "wave_began_at", Instant.class),
                required(row, "forgiven", Integer.class),
                row.get("ended_at", Instant.class));
    }

    static Tally.Count count(Readable row) {
        return new Tally.Count(
                required(row, "wave", Integer.class),
                StationState.of(required(row, "state", String.class)),
                required(row, "stations", Long.class));
    }

    static CampaignStation station(Readable row) {
        return new CampaignStation(
                required(row, "station_id", String.class),
                required(row, "wave", Integer.class),
                StationState.of(required(row, "state", String.class)),
                row.get("info", String.class),
                row.get("command", UUID.class),
                row.get("sent_at", Instant.class),
                row.get("ended_at", Instant.class));
    }

    static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }

    private static @Nullable Duration duration(Readable row, String column) {
        Long millis = row.get(column, Long.class);
        return millis == null ? null : Duration.ofMillis(millis);
    }
}
