/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.crash;

import io.ohmnibus.bench.deploy.Victim;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Kills what runs, one after the other and each in turn, in an order and at times that follow from
 * the seed; every fourth time two at once.
 */
final class Blows {

    private static final int LONGEST_DOWN_MILLIS = 5_000;
    private static final int SHORTEST_REST_MILLIS = 2_000;
    private static final int LONGEST_REST_MILLIS = 8_000;
    private static final int TWO_AT_ONCE = 4;

    /** The time, in milliseconds, and a way to let it pass. */
    interface Time {

        Time REAL =
                new Time() {
                    @Override
                    public long millis() {
                        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
                    }

                    @Override
                    public void sleep(long millis) {
                        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
                    }
                };

        long millis();

        void sleep(long millis);
    }

    private final List<Victim> victims;
    private final Random random;
    private final Time time;
    private final Deque<Victim> turn = new ArrayDeque<>();
    private final Consumer<String> progress;

    Blows(List<Victim> victims, long seed, Time time, Consumer<String> progress) {
        this.victims = victims;
        this.random = new Random(seed);
        this.time = time;
        this.progress = progress;
    }

    /** Strikes for that long; everything runs again when this returns. */
    List<Blow> strike(Duration duration) {
        List<Blow> blows = new ArrayList<>();
        long began = time.millis();
        while (true) {
            time.sleep(between(SHORTEST_REST_MILLIS, LONGEST_REST_MILLIS));
            long at = time.millis() - began;
            if (at >= duration.toMillis()) {
                return blows;
            }
            blows.add(strike(at));
        }
    }

    private Blow strike(long at) {
        List<Victim> struck = new ArrayList<>(List.of(next()));
        if (random.nextInt(TWO_AT_ONCE) == 0) {
            Victim second = next();
            if (struck.contains(second)) { // the last of one round and the first of the next
                turn.addFirst(second);
            } else {
                struck.add(second);
            }
        }
        List<String> names = struck.stream().map(Victim::name).toList();
        progress.accept("%5.1f s  kill -9 %s".formatted(at / 1000.0, String.join(", ", names)));
        struck.forEach(Victim::kill);
        int down = random.nextInt(LONGEST_DOWN_MILLIS);
        time.sleep(down);
        long starts = time.millis();
        restart(struck);
        return new Blow(names, at, down, time.millis() - starts);
    }

    private Victim next() {
        if (turn.isEmpty()) {
            List<Victim> shuffled = new ArrayList<>(victims);
            Collections.shuffle(shuffled, random);
            turn.addAll(shuffled);
        }
        return turn.remove();
    }

    private static void restart(List<Victim> struck) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> starts = new ArrayList<>();
            struck.forEach(victim -> starts.add(threads.submit(victim::restart)));
            for (Future<?> start : starts) {
                start.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("does not start again", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private int between(int least, int most) {
        return least + random.nextInt(most - least);
    }
}
