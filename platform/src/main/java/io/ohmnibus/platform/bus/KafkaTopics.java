/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.bus;

import io.ohmnibus.platform.ocpp.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics of the platform, created by whichever service starts first. */
final class KafkaTopics {

    private static final int SECONDS_TO_WAIT = 60;
    private static final String A_DAY_IN_MILLIS = "86400000";

    /** By station, one partition each as the commands. */
    private static final List<String> TABLES =
            List.of(
                    Topics.CONNECTIONS,
                    Topics.CREDENTIALS,
                    Topics.BOOTS,
                    Topics.JOURNALING,
                    Topics.WAITING);

    private final BusProperties kafka;

    KafkaTopics(BusProperties kafka) {
        this.kafka = kafka;
    }

    /** Every topic there is. */
    static List<String> names() {
        return new KafkaTopics(
                        new BusProperties("", 1, 1, (short) 1, 1, 1, java.time.Duration.ZERO))
                .topics().stream().map(NewTopic::name).toList();
    }

    /**
     * Creates what is missing: nothing, at all starts but the first. Fails with one sentence when
     * the brokers cannot be reached.
     */
    void create() {
        Map<String, Object> config = kafka.client();
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, SECONDS_TO_WAIT * 1000);
        try (Admin admin = Admin.create(config)) {
            Set<String> known = answer(admin.listTopics().names());
            List<NewTopic> missing =
                    topics().stream().filter(topic -> !known.contains(topic.name())).toList();
            for (KafkaFuture<Void> creation : admin.createTopics(missing).values().values()) {
                await(creation);
            }
        } catch (ExecutionException e) {
            throw unreachable(e);
        }
    }

    /** Another service may have been quicker. */
    private void await(KafkaFuture<Void> creation) throws ExecutionException {
        try {
            var _ = answer(creation);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private <T> T answer(KafkaFuture<T> question) throws ExecutionException {
        try {
            return question.get(SECONDS_TO_WAIT, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable(e);
        }
    }

    private IllegalStateException unreachable(Exception cause) {
        return new IllegalStateException(
                "Kafka at " + kafka.bootstrapServers() + " does not let us create our topics",
                cause);
    }

    private List<NewTopic> topics() {
        List<NewTopic> topics = new ArrayList<>();
        for (Service service : Service.values()) {
            if (service != Service.GATEWAY) {
                addWithDeadLetters(topics, Topics.calls(service));
            }
            addWithDeadLetters(topics, Topics.results(service));
            addWithDeadLetters(topics, Topics.queries(service));
            addWithDeadLetters(topics, Topics.events(service));
            addWithDeadLetters(topics, Topics.answers(service));
        }
        addWithDeadLetters(topics, Topics.COMMANDS);
        topics.add(topic(Topics.QUARANTINE, kafka.partitions()));
        topics.add(
                topic(Topics.JOURNAL, kafka.partitions())
                        .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, A_DAY_IN_MILLIS)));
        topics.add(topic(Topics.deadLetters(Topics.JOURNAL), 1));
        topics.add(topic(Topics.REPLIES, kafka.gatewayPartitions()));
        topics.add(topic(Topics.GATEWAY_INBOX, kafka.gatewayPartitions()));
        for (String table : TABLES) {
            topics.add(compacted(topic(table, kafka.partitions())));
        }
        topics.add(compacted(topic(Topics.INSTANCES, kafka.gatewayPartitions())));
        topics.add(topic(Topics.deadLetters(Topics.CONNECTIONS), 1));
        topics.add(topic(Topics.deadLetters(Topics.WAITING), 1));
        topics.add(topic(Topics.deadLetters(Topics.REFUSALS), 1));
        topics.add(
                topic(Topics.REFUSALS, 1)
                        .configs(
                                Map.of(
                                        TopicConfig.RETENTION_MS_CONFIG, "86400000", // a day
                                        TopicConfig.RETENTION_BYTES_CONFIG, "16777216",
                                        TopicConfig.SEGMENT_BYTES_CONFIG, "4194304")));
        return topics;
    }

    private void addWithDeadLetters(List<NewTopic> topics, String name) {
        topics.add(topic(name, kafka.partitions()));
        topics.add(topic(Topics.deadLetters(name), 1));
    }

    private static NewTopic compacted(NewTopic topic) {
        return topic.configs(
                Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
    }

    private NewTopic topic(String name, int partitions) {
        return new NewTopic(name, Optional.of(partitions), Optional.of(kafka.replicationFactor()));
    }
}
