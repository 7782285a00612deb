/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/** Registered stations, and what can be done with all of them. */
public final class Fleet implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int HANDSHAKES_PER_SECOND = 400;
    private static final int BOOTS_AT_ONCE = 100;

    private static final Traffic BOOT = Traffics.boots();

    private final Access access;
    private final List<LoadStation> stations = new ArrayList<>();

    public Fleet(Access access, List<String> ids) {
        this.access = access;
        ids.forEach(id -> stations.add(new LoadStation(stations.size(), id)));
    }

    /** Connects all at a pace that every gateway accepts; nothing is sent. */
    public void connect() {
        long gap = TimeUnit.SECONDS.toNanos(1) / HANDSHAKES_PER_SECOND;
        List<CompletableFuture<LoadStation>> open = new ArrayList<>();
        long next = System.nanoTime();
        for (LoadStation station : stations) {
            sleepUntil(next);
            next += gap;
            open.add(station.connect(access));
        }
        open.forEach(future -> await(future, PATIENCE));
    }

    /** Connects all and boots each; returns when all are accepted. */
    public void boot() {
        connect();
        for (int from = 0; from < stations.size(); from += BOOTS_AT_ONCE) {
            int to = Math.min(stations.size(), from + BOOTS_AT_ONCE);
            Measured measured = once(BOOT, stations.subList(from, to));
            if (measured.errors() > 0 || measured.count() < to - from) {
                throw new IllegalStateException(
                        "%d of %d stations booted: %s"
                                .formatted(measured.count(), to - from, measured.firstError()));
            }
        }
    }

    /** All connect and boot at the same moment. Latencies count from that moment. */
    public Measured storm() {
        Load load = new Load(BOOT, false);
        long began = System.nanoTime();
        List<CompletableFuture<Void>> open = new ArrayList<>();
        for (LoadStation station : stations) {
            station.take(load);
            open.add(
                    persistent(station, 1)
                            .thenAcceptAsync(
                                    connected -> connected.due(began), StationSocket.loop()));
        }
        open.forEach(future -> await(future, PATIENCE));
        Histogram latencies = gather(load, stations.size());
        return new Measured(latencies, System.nanoTime() - began, load.errors(), load.firstError());
    }

    /** Tries again with the pauses of a station when a busy gateway sends it away. */
    private CompletableFuture<LoadStation> persistent(LoadStation station, int pause) {
        return station.connect(access)
                .exceptionallyCompose(_ ->
                        CompletableFuture.supplyAsync(
                                        () -> station,
                                        CompletableFuture.delayedExecutor(pause, TimeUnit.SECONDS))
                                .thenCompose(again -> persistent(again, pause * 2)));
    }

    /** Each sends one CALL; returns when all are answered or patience ends. */
    private static Measured once(Traffic traffic, List<LoadStation> some) {
        Load load = new Load(traffic, false);
        long began = System.nanoTime();
        begin(load, some);
        Histogram latencies = gather(load, some.size());
        return new Measured(latencies, System.nanoTime() - began, load.errors(), load.firstError());
    }

    /** Each sends its first CALL. */
    private static void begin(Load load, List<LoadStation> some) {
        StationSocket.loop()
                .execute(() ->
                        some.forEach(station -> {
                            station.take(load);
                            station.due(System.nanoTime());
                        }));
    }

    private static Histogram gather(Load load, int expected) {
        Histogram all = new Histogram(3);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (all.getTotalCount() + load.errors() < expected && System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            all.add(load.take());
        }
        return all;
    }

    /** Each sends its next CALL when the last is answered. */
    public Running closedLoop(Traffic traffic) {
        Load load = new Load(traffic, true);
        begin(load, stations);
        return new Running(load, () -> {});
    }

    /**
     * CALLs become due at a fixed rate, one station after the other, whether or not the platform
     * keeps up; a station that still waits sends later, and its latency counts from when the CALL
     * was due.
     */
    public Running openLoop(Traffic traffic, int perSecond) {
        Load load = new Load(traffic, false);
        Thread pace =
                Thread.ofPlatform()
                        .name("pace")
                        .daemon()
                        .start(() -> keepPace(load, TimeUnit.SECONDS.toNanos(1) / perSecond));
        return new Running(load, pace::interrupt);
    }

    private void keepPace(Load load, long gap) {
        StationSocket.loop().execute(() -> stations.forEach(station -> station.take(load)));
        long next = System.nanoTime();
        for (int i = 0; !Thread.currentThread().isInterrupted(); i = (i + 1) % stations.size()) {
            sleepUntil(next);
            long due = next;
            LoadStation station = stations.get(i);
            StationSocket.loop().execute(() -> station.due(due));
            next += gap;
        }
    }

    private static void sleepUntil(long time) {
        for (long left = time - System.nanoTime();
                left > 0 && !Thread.currentThread().isInterrupted();
                left = time - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static <T> T await(CompletableFuture<T> future, Duration limit) {
        try {
            return future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new CompletionException("a station cannot connect", e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("a station cannot connect in " + limit, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Drops all connections. */
    @Override
    public void close() {
        StationSocket.loop()
                .submit(() ->
                        stations.forEach(station -> {
                            station.take(null);
                            station.drop();
                        }))
                .awaitUninterruptibly();
    }
}
