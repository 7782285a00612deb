/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.type.MessageTriggerEnum;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.store.Binds;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import io.ohmnibus.transaction.trigger.TriggeredMessages.Came;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

@EmbeddedTest
final class PostgresTriggeredMessagesIT {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    /** Another one for each test. */
    private final StationKey station = new StationKey(UUID.randomUUID().toString(), "CS-1");

    private final DatabaseClient database;
    private final TriggeredMessages triggered;

    PostgresTriggeredMessagesIT(TestDatabase test) {
        database = ServiceDatabase.migrate(test, Service.TRANSACTION).client();
        triggered = new PostgresTriggeredMessages(database);
    }

    private void requested(String message, @Nullable Integer evse, int secondsAgo) {
        var insert =
                database.sql(
                                """
                                insert into remote_requests (tenant, station_id, action, message,
                                  evse_id, connector_id, requested_at)
                                values (:tenant, :station, 'TriggerMessage', :message, :evse, :evse,
                                  :at)
                                """)
                        .bind("tenant", station.tenant())
                        .bind("station", station.stationId())
                        .bind("message", message)
                        .bind("at", NOW.minusSeconds(secondsAgo));
        Binds.bind(insert, "evse", evse, Integer.class).then().block();
    }

    private void came(MessageTriggerEnum kind, @Nullable Integer evse) {
        triggered
                .came(
                        kind,
                        List.of(
                                new Came(station, evse, evse, NOW),
                                new Came(new StationKey("other", "CS-1"), 1, 1, NOW)))
                .block();
    }

    private List<String> done() {
        return Objects.requireNonNull(
                database.sql(
                                """
                                select message || coalesce(evse_id::text, '') from remote_requests
                                where tenant = :tenant and effect_at = :at order by 1
                                """)
                        .bind("tenant", station.tenant())
                        .bind("at", NOW)
                        .mapValue(String.class)
                        .all()
                        .collectList()
                        .block());
    }

    @Test
    void theMessageOfTheConnectorThatWasAskedForCounts() {
        requested("StatusNotification", 1, 5);
        requested("StatusNotification", 2, 5);
        requested("LogStatusNotification", null, 5);
        came(MessageTriggerEnum.STATUS_NOTIFICATION, 2);
        assertThat(done()).containsExactly("StatusNotification2");
        came(MessageTriggerEnum.FIRMWARE_STATUS_NOTIFICATION, null);
        came(MessageTriggerEnum.LOG_STATUS_NOTIFICATION, null);
        assertThat(done()).containsExactly("LogStatusNotification", "StatusNotification2");
    }

    @Test
    void whatCameBeforeOrMuchLaterDoesNot() {
        requested("LogStatusNotification", null, -60);
        requested("FirmwareStatusNotification", null, 4000);
        came(MessageTriggerEnum.LOG_STATUS_NOTIFICATION, null);
        came(MessageTriggerEnum.FIRMWARE_STATUS_NOTIFICATION, null);
        assertThat(done()).isEmpty();
    }
}
