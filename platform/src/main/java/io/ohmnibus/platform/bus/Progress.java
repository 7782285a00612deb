/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.bus;

import java.util.TreeSet;

/** How far one partition is handled; records end in any order. Guarded by {@link InFlight}. */
final class Progress {

    private final TreeSet<Long> open = new TreeSet<>();
    private long last = -1;
    private int running;
    private boolean stopped;

    void taken(long offset) {
        open.add(offset);
        last = offset;
    }

    void started() {
        running++;
    }

    void done(long offset) {
        running--;
        open.remove(offset);
    }

    /** A record that was started stays open: nothing behind it counts as handled. */
    void abandoned() {
        running--;
    }

    void stop() {
        stopped = true;
    }

    boolean stopped() {
        return stopped;
    }

    boolean running() {
        return running > 0;
    }

    /** The first offset that is not handled. */
    long position() {
        return open.isEmpty() ? last + 1 : open.getFirst();
    }

    /** How many offsets lie between the first record that is not handled and the last one taken. */
    long window() {
        return open.isEmpty() ? 0 : last - open.getFirst() + 1;
    }
}
