/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.bus;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the service uses Kafka.
 *
 * @param bootstrapServers host:port list of the brokers
 * @param partitions partitions of a topic that is keyed by station; bounds how many instances of a
 *     service share its work, and cannot shrink
 * @param gatewayPartitions partitions of the topics addressed to one gateway instance; bounds the
 *     number of gateway instances
 * @param replicationFactor copies of each record; 3 in production
 * @param consumers threads that read calls in one instance
 * @param maxInFlight how many records a reader takes before the first of them is handled; bounds
 *     memory and what a crash repeats
 * @param commitInterval how often offsets are committed; a crash repeats at most this much
 */
@Validated
@ConfigurationProperties("ohmnibus.kafka")
public record BusProperties(
        @NotBlank @DefaultValue("localhost:9092") String bootstrapServers,
        @Min(1) @DefaultValue("12") int partitions,
        @Min(1) @DefaultValue("16") int gatewayPartitions,
        @Min(1) @DefaultValue("1") short replicationFactor,
        @Min(1) @DefaultValue("1") int consumers,
        @Min(1) @DefaultValue("1000") int maxInFlight,
        @DefaultValue("500ms") Duration commitInterval) {

    /** How each client finds the brokers. Nobody asks it for measures, here or by the brokers. */
    Map<String, Object> client() {
        Map<String, Object> config = new HashMap<>();
        config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        config.put(CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, List.of());
        config.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false);
        return config;
    }
}
