/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.bus;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;

/**
 * A member of a consumer group. Offsets are committed every half second, after the effect: the
 * handlers are idempotent, and a commit for every poll costs 40 % of the throughput.
 */
final class GroupReading implements Reading {

    private final ConcurrentMessageListenerContainer<String, byte[]> container;

    GroupReading(
            ConsumerFactory<String, byte[]> consumers,
            BusProperties kafka,
            String group,
            Collection<String> topics,
            BusListener listener) {
        ContainerProperties properties = new ContainerProperties(topics.toArray(String[]::new));
        properties.setGroupId(group);
        properties.setClientId(group);
        properties.setAckMode(ContainerProperties.AckMode.TIME);
        properties.setAckTime(kafka.commitInterval().toMillis());
        properties.setSyncCommits(false);
        properties.setMessageListener(
                (BatchMessageListener<String, byte[]>) poll -> handled(poll, listener));
        container = new ConcurrentMessageListenerContainer<>(consumers, properties);
        container.setBeanName(group);
        container.setConcurrency(kafka.consumers());
        // Only the loss of the brokers gets here: everything else ends in the dead letters.
        container.setCommonErrorHandler(
                new DefaultErrorHandler(new FixedBackOff(1000, FixedBackOff.UNLIMITED_ATTEMPTS)));
        container.start();
    }

    private static void handled(List<ConsumerRecord<String, byte[]>> poll, BusListener listener) {
        Records.inKeyOrder(poll, listener).block();
    }

    @Override
    public boolean caughtUp() {
        return !partitions().isEmpty();
    }

    @Override
    public Set<Integer> partitions() {
        Collection<TopicPartition> assigned = container.getAssignedPartitions();
        return assigned == null
                ? Set.of()
                : assigned.stream()
                        .map(TopicPartition::partition)
                        .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void close() {
        container.stop();
    }
}
