/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class InFlightTest {

    private static final TopicPartition ZERO = new TopicPartition("calls", 0);
    private static final TopicPartition ONE = new TopicPartition("calls", 1);

    private final InFlight inFlight = new InFlight();
    private final List<String> started = new ArrayList<>();
    private final List<String> cancelled = new ArrayList<>();
    private final Map<String, Sinks.Empty<Void>> ends = new HashMap<>();

    /** Takes a record whose name is its key and offset; it is handled when the test ends it. */
    private void take(TopicPartition partition, long offset, String key) {
        inFlight.add(
                new ConsumerRecord<>(
                        partition.topic(), partition.partition(), offset, key, new byte[0]),
                record -> handle(record.key() + offset));
    }

    private Mono<Void> handle(String name) {
        started.add(name);
        return ends.computeIfAbsent(name, _ -> Sinks.empty())
                .asMono()
                .doOnCancel(() -> cancelled.add(name));
    }

    private void end(String name) {
        Sinks.Empty<Void> sink = ends.get(name);
        assertThat(sink).isNotNull();
        sink.tryEmitEmpty();
    }

    private long position(TopicPartition partition) {
        return inFlight.handled().getOrDefault(partition, -1L);
    }

    @Test
    void handlesTheRecordsOfAKeyInTurnAndOtherKeysMeanwhile() {
        take(ZERO, 0, "a");
        take(ZERO, 1, "a");
        take(ZERO, 2, "b");
        assertThat(started).containsExactly("a0", "b2");

        end("b2");
        take(ZERO, 3, "b"); // of a later poll
        assertThat(started).containsExactly("a0", "b2", "b3");

        end("a0");
        assertThat(started).containsExactly("a0", "b2", "b3", "a1");
    }

    @Test
    void countsAPartitionAsHandledUpToItsFirstOpenRecord() {
        take(ZERO, 10, "a");
        take(ZERO, 11, "b");
        take(ZERO, 12, "c");
        end("b11");
        assertThat(position(ZERO)).isEqualTo(10);
        assertThat(inFlight.window(ZERO)).isEqualTo(3);
        assertThat(inFlight.size()).isEqualTo(2);

        end("a10");
        assertThat(position(ZERO)).isEqualTo(12);

        end("c12");
        assertThat(position(ZERO)).isEqualTo(13);
        assertThat(inFlight.widest()).isZero();
        assertThat(inFlight.size()).isZero();
    }

    @Test
    void handlesManyRecordsOfOneKeyThatAreDoneAtOnce() {
        for (int offset = 0; offset < 100_000; offset++) {
            inFlight.add(
                    new ConsumerRecord<>("calls", 0, offset, "a", new byte[0]), _ -> Mono.empty());
        }
        take(ZERO, 100_000, "b");
        assertThat(position(ZERO)).isEqualTo(100_000);
    }

    @Test
    void startsNothingBehindARecordThatFailed() {
        inFlight.add(
                new ConsumerRecord<>("calls", 0, 0, "a", new byte[0]),
                _ -> Mono.error(new IllegalStateException("broken")));
        take(ZERO, 1, "a");

        assertThat(started).isEmpty();
        assertThat(position(ZERO)).isZero();
        assertThatThrownBy(inFlight::check).hasRootCauseMessage("broken");

        inFlight.forgetAll(); // and read again
        inFlight.check();
        take(ZERO, 0, "a");
        assertThat(started).containsExactly("a0");
    }

    @Test
    void handsAPartitionOverWithoutWhatHasNotStarted() {
        take(ZERO, 0, "a");
        take(ZERO, 1, "a");
        take(ONE, 5, "b");
        inFlight.stop(List.of(ZERO), Duration.ZERO);
        end("a0");
        assertThat(started).containsExactly("a0", "b5");
        assertThat(position(ZERO)).isEqualTo(1);

        inFlight.forget(List.of(ZERO));
        assertThat(inFlight.handled()).containsOnlyKeys(ONE);
        end("b5");
        assertThat(inFlight.size()).isZero();
    }

    @Test
    void cancelsWhatDoesNotEndInTimeAndGoesOnWithTheRestOfTheKey() {
        take(ZERO, 0, "a");
        take(ONE, 7, "a"); // the same key, of another topic or partition
        inFlight.stop(List.of(ZERO), Duration.ZERO);
        inFlight.forget(List.of(ZERO));

        assertThat(cancelled).containsExactly("a0");
        assertThat(started).containsExactly("a0", "a7");
        end("a7");
        assertThat(position(ONE)).isEqualTo(8);
        assertThat(inFlight.size()).isZero();
    }

    @Test
    void takesAPartitionAgainThatWentAway() {
        take(ZERO, 0, "a");
        inFlight.forget(List.of(ZERO));
        ends.clear();
        take(ZERO, 0, "a");
        end("a0");
        assertThat(position(ZERO)).isEqualTo(1);
    }
}
