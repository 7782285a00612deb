/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.embedded.Ports;
import io.ohmnibus.platform.testing.TestPlatform;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

/** Topics on a real broker. */
class KafkaTopicsIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    /** Nobody writes to it in tests. */
    private static final String QUIET = Topics.deadLetters(Topics.JOURNAL);

    private static BusProperties kafka(String brokers, int partitions) {
        return new BusProperties(brokers, partitions, 16, (short) 1, 1, 1, Duration.ZERO);
    }

    private static void create(int partitions) {
        new KafkaTopics(kafka(TestPlatform.parts().kafkaBootstrap(), partitions)).create();
    }

    private static Set<String> known(Admin admin) throws ExecutionException, InterruptedException {
        return admin.listTopics().names().get();
    }

    private static int partitions(Admin admin, String topic)
            throws ExecutionException, InterruptedException {
        var described = admin.describeTopics(List.of(topic)).allTopicNames().get();
        return Objects.requireNonNull(described.get(topic)).partitions().size();
    }

    @Test
    void createsWhatIsMissingAndLeavesTheRest() throws Exception {
        create(4);
        try (Admin admin = Admin.create(kafka(TestPlatform.parts().kafkaBootstrap(), 4).client())) {
            assertThat(known(admin)).containsAll(KafkaTopics.names());
            int before = partitions(admin, Topics.COMMANDS);

            admin.deleteTopics(List.of(QUIET)).all().get();
            await().atMost(LONG).until(() -> !known(admin).contains(QUIET));
            create(before + 1);

            await().atMost(LONG).until(() -> known(admin).contains(QUIET));
            assertThat(partitions(admin, Topics.COMMANDS)).isEqualTo(before);
        }
    }

    @Test
    void saysWhichBrokersDoNotAnswer() {
        String nobody = "127.0.0.1:" + Ports.free();
        Thread.currentThread().interrupt(); // nobody waits for a minute
        assertThatThrownBy(() -> new KafkaTopics(kafka(nobody, 4)).create())
                .hasMessageContaining(nobody);
        assertThat(Thread.interrupted()).isTrue();
    }
}
