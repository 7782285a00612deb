/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator.rpc;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The latest frames of a station in both directions, oldest first. */
public final class FrameLog {

    private static final int SHOWN_ON_FAILURE = 8;
    private static final int LONGEST_SHOWN = 600;

    private final Clock clock;
    private final int capacity;
    private final ArrayDeque<LoggedFrame> frames = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition added = lock.newCondition();
    private long count;

    public FrameLog(Clock clock, int capacity) {
        this.clock = clock;
        this.capacity = capacity;
    }

    /** Whether anything is kept at all. */
    boolean keeps() {
        return capacity > 0;
    }

    void add(LoggedFrame.Way way, String text) {
        lock.lock();
        try {
            if (frames.size() == capacity) {
                frames.removeFirst();
            }
            frames.addLast(new LoggedFrame(clock.instant(), way, text));
            count++;
            added.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** A copy of what is kept. */
    public List<LoggedFrame> list() {
        lock.lock();
        try {
            return List.copyOf(frames);
        } finally {
            lock.unlock();
        }
    }

    /** How many frames there were so far; the starting point of {@link #await}. */
    public long count() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }

    /** The first frame after {@code from} that matches; null when none came in time. */
    public @Nullable LoggedFrame await(long from, Predicate<LoggedFrame> wanted, Duration timeout) {
        long left = timeout.toNanos();
        lock.lock();
        try {
            while (true) {
                long skip = Math.max(0, from - (count - frames.size()));
                var found = frames.stream().skip(skip).filter(wanted).findFirst();
                if (found.isPresent()) {
                    return found.get();
                }
                if (left <= 0) {
                    return null;
                }
                left = added.awaitNanos(left);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return null;
        } finally {
            lock.unlock();
        }
    }

    /** The last frames, one a line, for the message of a failure. */
    public String tail() {
        var all = list();
        if (all.isEmpty()) {
            return keeps() ? "\n  no frame was exchanged" : "";
        }
        return all.stream()
                .skip(Math.max(0, all.size() - SHOWN_ON_FAILURE))
                .map(FrameLog::shortened)
                .collect(Collectors.joining("\n  ", "\n  ", ""));
    }

    private static String shortened(LoggedFrame frame) {
        var line = frame.toString();
        return line.length() <= LONGEST_SHOWN ? line : line.substring(0, LONGEST_SHOWN) + "...";
    }
}
