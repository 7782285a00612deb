/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.bus;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The records that a reading has taken and not yet handled. Those of one key are handled in turn,
 * those of different keys side by side, whichever poll they came with: a slow key holds up nobody
 * but itself. A partition counts as handled up to its first record that is not.
 *
 * <p>The consumer's thread calls the methods; listeners complete on threads of their own.
 */
final class InFlight {

    private final Map<TopicPartition, Progress> partitions = new HashMap<>();
    private final Map<String, Lane> lanes = new HashMap<>();
    private int size;
    private @Nullable Throwable failure;

    private record Work(ConsumerRecord<String, byte[]> record, BusListener listener, Progress in) {}

    /** The records of one key; the lane ends when there are none. Guarded by InFlight. */
    private static final class Lane {
        final String key;
        final Queue<Work> waiting = new ArrayDeque<>(2);
        @Nullable Work current;
        @Nullable Disposable running;
        boolean ended;

        Lane(String key) {
            this.key = key;
        }
    }

    /** Takes one record; the next one of the same partition must have a higher offset. */
    void add(ConsumerRecord<String, byte[]> record, BusListener listener) {
        Lane lane;
        synchronized (this) {
            Progress progress =
                    partitions.computeIfAbsent(
                            new TopicPartition(record.topic(), record.partition()),
                            _ -> new Progress());
            progress.taken(record.offset());
            size++;
            Work work = new Work(record, listener, progress);
            String key = Records.key(record);
            Lane known = lanes.get(key);
            if (known != null) {
                known.waiting.add(work);
                return;
            }
            lane = new Lane(key);
            lane.waiting.add(work);
            lanes.put(key, lane);
        }
        start(lane);
    }

    private void start(Lane lane) {
        lane.running =
                Flux.<Work>generate(
                                sink -> {
                                    Work next = next(lane);
                                    if (next == null) {
                                        sink.complete();
                                    } else {
                                        sink.next(next);
                                    }
                                })
                        .concatMap(work -> handled(lane, work), 0)
                        .subscribe();
    }

    /** The next record of the lane that still is ours; without one the lane ends. */
    private synchronized @Nullable Work next(Lane lane) {
        if (lane.ended) {
            return null;
        }
        for (Work work = lane.waiting.poll(); work != null; work = lane.waiting.poll()) {
            lane.current = work;
            if (!work.in().stopped()) {
                work.in().started();
                return work;
            }
            size--;
        }
        lane.current = null;
        lane.ended = true;
        lanes.remove(lane.key, lane);
        return null;
    }

    private Mono<Void> handled(Lane lane, Work work) {
        return Mono.defer(() -> work.listener().on(Records.in(work.record())))
                .doOnSuccess(_ -> ended(lane, work, null))
                .onErrorResume(error -> {
                    ended(lane, work, error);
                    return Mono.empty();
                });
    }

    private synchronized void ended(Lane lane, Work work, @Nullable Throwable error) {
        if (lane.ended) {
            return;
        }
        lane.current = null;
        size--;
        if (error == null) {
            work.in().done(work.record().offset());
        } else {
            work.in().abandoned();
            partitions.values().forEach(Progress::stop); // what is behind it must wait for it
            failure = error;
        }
        notifyAll();
    }

    /** How many records are in hand. */
    synchronized int size() {
        return size;
    }

    /** Fails when a listener did: its record must be read again. */
    synchronized void check() {
        Throwable cause = failure;
        if (cause != null) {
            throw new IllegalStateException("a record could not be handled", cause);
        }
    }

    /** The offset after the last record of each partition that is handled without a gap. */
    synchronized Map<TopicPartition, Long> handled() {
        Map<TopicPartition, Long> offsets = HashMap.newHashMap(partitions.size());
        partitions.forEach((partition, progress) -> offsets.put(partition, progress.position()));
        return offsets;
    }

    /** The greatest {@link #window} of all partitions. */
    synchronized long widest() {
        return partitions.values().stream().mapToLong(Progress::window).max().orElse(0);
    }

    /** How many offsets lie between the first record that is not handled and the last one taken. */
    synchronized long window(TopicPartition partition) {
        Progress progress = partitions.get(partition);
        return progress == null ? 0 : progress.window();
    }

    /** Starts no more records of these partitions, and waits for those that are being handled. */
    synchronized void stop(Collection<TopicPartition> stopped, Duration patience) {
        List<Progress> ending = new ArrayList<>();
        for (TopicPartition partition : stopped) {
            Progress progress = partitions.get(partition);
            if (progress != null) {
                progress.stop();
                ending.add(progress);
            }
        }
        long end = System.nanoTime() + patience.toNanos();
        long left = patience.toMillis();
        while (left > 0 && ending.stream().anyMatch(Progress::running)) {
            try {
                wait(left);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
            left = (end - System.nanoTime()) / 1_000_000;
        }
    }

    /** The partitions are somebody else's now: what is still being handled of them is cancelled. */
    void forget(Collection<TopicPartition> lost) {
        List<Lane> cancelled = new ArrayList<>();
        synchronized (this) {
            for (TopicPartition partition : lost) {
                Progress progress = partitions.remove(partition);
                if (progress != null) {
                    progress.stop();
                }
            }
            for (Lane lane : lanes.values()) {
                Work work = lane.current;
                if (work != null && work.in().stopped()) {
                    lane.ended = true;
                    size--;
                    work.in().abandoned();
                    cancelled.add(lane);
                }
            }
        }
        cancelled.forEach(this::replace);
    }

    /** Cancels the lane and goes on with what waits in it. */
    private void replace(Lane cancelled) {
        Disposable running = cancelled.running;
        if (running != null) {
            running.dispose();
        }
        Lane rest = new Lane(cancelled.key);
        synchronized (this) {
            rest.waiting.addAll(cancelled.waiting);
            lanes.put(rest.key, rest);
        }
        start(rest);
    }

    /** As if nothing had been taken. */
    void forgetAll() {
        forget(List.copyOf(partitions.keySet()));
        failure = null;
    }
}
