/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.background;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.context.SmartLifecycle;

/**
 * What has to be done outside before an application starts, such as the migration of its schema: it
 * is done while the parts of the application are made. None of them starts, and no port is opened,
 * before all of it is done; when some of it fails, so does the start.
 */
public final class Preparation implements SmartLifecycle {

    private final Queue<CompletableFuture<Void>> begun = new ConcurrentLinkedQueue<>();
    private volatile boolean over;

    /** Begins with it, on a thread of that name. */
    public void begin(String name, Runnable work) {
        begun.add(
                CompletableFuture.runAsync(
                        work, task -> Thread.ofPlatform().name(name).daemon().start(task)));
    }

    @Override
    public void start() {
        try {
            begun.forEach(CompletableFuture::join);
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
        over = true;
    }

    @Override
    public void stop() {
        over = false;
    }

    @Override
    public boolean isRunning() {
        return over;
    }

    /** Before everything else. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
