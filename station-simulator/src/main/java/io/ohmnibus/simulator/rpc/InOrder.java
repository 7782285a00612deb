/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator.rpc;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs tasks one after the other on a virtual thread that lives only as long as there are any. */
final class InOrder {

    private static final Logger LOG = LoggerFactory.getLogger(InOrder.class);

    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
    private boolean running;

    void run(Runnable task) {
        synchronized (waiting) {
            waiting.addLast(task);
            if (running) {
                return;
            }
            running = true;
        }
        Thread.startVirtualThread(this::runAll);
    }

    private void runAll() {
        var task = next();
        while (task != null) {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.error("a station failed at its work", e);
            }
            task = next();
        }
    }

    private @Nullable Runnable next() {
        synchronized (waiting) {
            var task = waiting.pollFirst();
            running = task != null;
            return task;
        }
    }
}
