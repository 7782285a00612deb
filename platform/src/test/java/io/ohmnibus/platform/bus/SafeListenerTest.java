/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class SafeListenerTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final byte[] VALUE = "value".getBytes(StandardCharsets.UTF_8);
    private static final BusRecord RECORD =
            new BusRecord("ocpp.calls.der", 3, "default/CS-1", VALUE, Map.of("a", "b"));

    private final SendingBus bus = new SendingBus();

    /** A bus to send with. */
    private static final class SendingBus implements Bus {

        private final List<BusRecord> sent = new ArrayList<>();
        private int largest = Integer.MAX_VALUE;

        @Override
        public Mono<Void> send(BusRecord record) {
            byte[] value = record.value();
            if (value != null && value.length > largest) {
                return Mono.error(new RecordTooLarge(new RecordTooLargeException("too large")));
            }
            return Mono.fromRunnable(() -> sent.add(record));
        }

        @Override
        public void offer(BusRecord record, Runnable lost) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Reading group(String group, Collection<String> topics, BusListener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Followed own(String topic, int partition, BusListener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Followed resumed(String topic, int partition, BusListener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Mono<Void> since(String topic, Instant from, BusListener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Followed table(String topic, BusListener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Reading paired(
                String group, Collection<String> tables, String stream, PairedListener listener) {
            throw new UnsupportedOperationException();
        }
    }

    private void handle(BusListener listener) {
        new SafeListener(bus, "der", listener).on(RECORD).block(LONG);
    }

    @Test
    void triesAgainWhatMayPass() {
        AtomicInteger times = new AtomicInteger();
        handle(_ ->
                times.incrementAndGet() < 3
                        ? Mono.error(new TimeoutException("no broker"))
                        : Mono.empty());
        assertThat(times).hasValue(3);
        assertThat(bus.sent).isEmpty();
    }

    @Test
    void keepsWhatWillNeverPassWithItsCause() {
        handle(_ -> Mono.error(new IllegalStateException("broken " + "x".repeat(100_000))));
        assertThat(bus.sent)
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.topic()).isEqualTo("ocpp.calls.der.dlt");
                    assertThat(letter.key()).isEqualTo("default/CS-1");
                    assertThat(letter.value()).isEqualTo(VALUE);
                    assertThat(letter.headers())
                            .containsEntry("a", "b")
                            .containsEntry("dlt_partition", "3")
                            .containsEntry("dlt_group", "der");
                    assertThat(letter.required("dlt_cause")).contains("broken").hasSize(1000);
                });
    }

    @Test
    void goesOnBehindARecordThatDoesNotFitWithItsCause() {
        bus.largest = VALUE.length - 1;
        handle(_ -> Mono.error(new IllegalStateException("broken")));
        assertThat(bus.sent)
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.value()).isNull();
                    assertThat(letter.headers()).containsEntry("dlt_too_large", "true");
                });
    }

    @Test
    void everythingThatAGroupReadsHasDeadLetters() {
        assertThat(KafkaTopics.names())
                .contains("answers.station.dlt", "queries.auth.dlt", "events.transaction.dlt")
                .contains("ocpp.calls.der.dlt", "ocpp.results.der.dlt", "ocpp.commands.dlt")
                .contains("station.connections.dlt", "gateway.journal.dlt");
    }
}
