/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.retention;

import io.ohmnibus.platform.retention.OldRows;
import io.ohmnibus.transaction.partner.WebhookProperties;
import io.ohmnibus.transaction.reservation.ReservationProperties;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says what is old in the tables of transaction-service. */
@Configuration(proxyBeanMethods = false)
class RetentionConfiguration {

    @Bean
    OldRows oldOperations(RetentionProperties properties) {
        return new OldRows(
                properties.operations(),
                List.of(
                        "remote_requests where requested_at < :before",
                        "transaction_checks where asked_at < :before"));
    }

    @Bean
    OldRows oldReservations(ReservationProperties properties) {
        return new OldRows(properties.keptFor(), List.of("reservations where ended_at < :before"));
    }

    /** Those too that wait for a webhook that is switched off. */
    @Bean
    OldRows oldDeliveries(WebhookProperties properties) {
        return new OldRows(
                properties.keep(), List.of("webhook_deliveries where created_at < :before"));
    }
}
