/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.Forgetting;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import io.ohmnibus.transaction.partner.WebhookProperties;
import io.ohmnibus.transaction.reservation.ReservationProperties;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@EmbeddedTest
final class RetentionIT {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Forgetting rows;

    RetentionIT(TestDatabase server) {
        RetentionConfiguration said = new RetentionConfiguration();
        rows =
                new Forgetting(
                        ServiceDatabase.migrate(server, Service.TRANSACTION).client(),
                        said.oldOperations(new RetentionProperties(Duration.ofDays(100))),
                        said.oldReservations(
                                new ReservationProperties(HOUR, 10, HOUR, Duration.ofDays(90))),
                        said.oldDeliveries(
                                new WebhookProperties(
                                        HOUR, List.of(HOUR), HOUR, HOUR, Duration.ofDays(30))));
    }

    @Test
    void whatStationsWereAskedIsForgotten() {
        String request =
                """
                insert into remote_requests (tenant, station_id, action, message, requested_at)
                values (TENANT, 'CS-1', 'TriggerMessage', '%s', :at)
                """;
        rows.run(request.formatted("old"), 101);
        rows.run(request.formatted("young"), 99);
        String check =
                """
                insert into transaction_checks (tenant, station_id, transaction_id, asked_at)
                values (TENANT, 'CS-1', '%s', :at)
                """;
        rows.run(check.formatted("old"), 101);
        rows.run(check.formatted("young"), 99);

        rows.forget();

        assertThat(rows.left("remote_requests", "message")).containsExactly("young");
        assertThat(rows.left("transaction_checks", "transaction_id")).containsExactly("young");
    }

    @Test
    void reservationsAreForgottenWhenTheyAreLongOver() {
        String reservation =
                """
                insert into reservations (tenant, station_id, reservation_id, state, id_token,
                  id_token_type, expires_at, requested_at, ended_at)
                select TENANT, 'CS-1', %d, 'x', 'T', 'Central', at, at, %s
                from (select cast(:at as timestamptz)) as moment (at)
                """;
        rows.run(reservation.formatted(1, "at"), 91);
        rows.run(reservation.formatted(2, "at"), 89);
        rows.run(reservation.formatted(3, "null"), 91);

        rows.forget();

        assertThat(rows.left("reservations", "reservation_id")).containsExactly("2", "3");
    }

    @Test
    void deliveriesAreForgottenWhateverBecameOfThem() {
        rows.run(
                """
                insert into webhooks (id, tenant, url, types, enabled, secret, created_at)
                values (gen_random_uuid(), TENANT, 'https://partner.example', '{}', false, '', :at)
                """,
                40);
        String delivery =
                """
                insert into webhook_deliveries (id, webhook_id, tenant, event_id, event_type, body,
                  status, attempts, next_attempt_at, created_at)
                select gen_random_uuid(), id, tenant, '%s', 'x', '{}', '%s', 1, at, at
                from webhooks cross join (select cast(:at as timestamptz)) as moment (at)
                where tenant = TENANT
                """;
        rows.run(delivery.formatted("delivered", "Delivered"), 31);
        rows.run(delivery.formatted("waits", "Pending"), 31);
        rows.run(delivery.formatted("young", "Delivered"), 29);

        rows.forget();

        assertThat(rows.left("webhook_deliveries", "event_id")).containsExactly("young");
        assertThat(rows.left("webhooks", "url")).hasSize(1);
    }
}
