/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.junit.jupiter.api.Test;

class CommitsTest {

    private static final TopicPartition PARTITION = new TopicPartition("t", 0);

    /** A consumer that was woken up, which the next call that waits finds out. */
    private static final class Woken extends MockConsumer<String, byte[]> {
        private boolean woken = true;

        Woken() {
            super("earliest");
            assign(List.of(PARTITION));
        }

        @Override
        public void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets, Duration limit) {
            if (woken) {
                woken = false;
                throw new WakeupException();
            }
            super.commitSync(offsets, limit);
        }
    }

    @Test
    void commitsAlthoughTheReadingIsBeingClosed() {
        try (Woken consumer = new Woken()) {
            new Commits(Duration.ZERO).now(consumer, Map.of(PARTITION, 7L));
            assertThat(consumer.committed(Set.of(PARTITION)))
                    .containsEntry(PARTITION, new OffsetAndMetadata(7));
        }
    }
}
