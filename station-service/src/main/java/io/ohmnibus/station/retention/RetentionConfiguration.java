/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.retention;

import io.ohmnibus.platform.retention.OldRows;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says what is old of what happened to stations. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RetentionProperties.class)
class RetentionConfiguration {

    /** The newest report before the time stays: it tells what was so from then on. */
    @Bean
    OldRows oldAvailability(RetentionProperties properties) {
        return new OldRows(
                properties.availability(),
                List.of(
                        """
                        availability_history h where received_at < :before and exists (
                            select from availability_history n
                            where n.tenant = h.tenant and n.station_id = h.station_id
                            and n.evse_id = h.evse_id and n.connector_id = h.connector_id
                            and n.aspect = h.aspect and n.ordered_at < :before
                            and (n.ordered_at, n.received_at, n.position)
                                > (h.ordered_at, h.received_at, h.position))
                        """,
                        """
                        availability_changes h where at < :before and exists (
                            select from availability_changes n
                            where n.tenant = h.tenant and n.station_id = h.station_id
                            and n.evse_id = h.evse_id and n.connector_id = h.connector_id
                            and n.id > h.id)
                        """));
    }

    /** The newest inventory stays: by it a station is known to have been read. */
    @Bean
    OldRows oldOperations(RetentionProperties properties) {
        return new OldRows(
                properties.operations(),
                List.of(
                        "resets where at < :before",
                        "migrations where ended_at < :before",
                        "variable_requests where requested_at < :before",
                        """
                        reports r where requested_at < :before and (hardware is null or exists (
                            select from reports n
                            where n.tenant = r.tenant and n.station_id = r.station_id
                            and n.hardware is not null
                            and (n.requested_at, n.request_id) > (r.requested_at, r.request_id)))
                        """));
    }
}
