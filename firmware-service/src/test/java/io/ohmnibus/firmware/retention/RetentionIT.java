/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.firmware.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.Forgetting;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@EmbeddedTest
final class RetentionIT {

    private final Forgetting rows;

    RetentionIT(TestDatabase server) {
        rows =
                new Forgetting(
                        ServiceDatabase.migrate(server, Service.FIRMWARE).client(),
                        new RetentionConfiguration()
                                .oldEvents(new RetentionProperties(Duration.ofDays(90))));
    }

    /** By our clock: the station's may show anything. */
    @Test
    void eventsAreForgottenWhenTheyCameLongAgo() {
        String event =
                """
                insert into events (tenant, station_id, event_id, occurred_at, received_at,
                  generated_at, clock_suspect, seq_no, to_be_continued, message_id, trigger,
                  notification_type, component, variable, actual_value)
                values (TENANT, 'CS-1', %d, timestamptz '%s', :at, :at, false, 0, false, 'm',
                  'Delta', 'CustomMonitor', 'Connector', 'Temperature', '80')
                """;
        rows.run(event.formatted(1, "2026-02-28T10:00:00Z"), 91);
        rows.run(event.formatted(2, "1970-01-01T00:00:00Z"), 89);

        rows.forget();

        assertThat(rows.left("events", "event_id")).containsExactly("2");
    }
}
