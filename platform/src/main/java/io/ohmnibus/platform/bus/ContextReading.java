/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.bus;

import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Reads from the start of its context to its stop. */
public abstract class ContextReading implements SmartLifecycle {

    private volatile @Nullable Reading reading;

    /** Begins to read; called once for each start. */
    protected abstract Reading open();

    /** What reads at the moment; null before the start and after the stop. */
    protected final @Nullable Reading reading() {
        return reading;
    }

    @Override
    public void start() {
        reading = open();
    }

    @Override
    public void stop() {
        Reading open = reading;
        if (open != null) {
            open.close();
            reading = null;
        }
    }

    @Override
    public boolean isRunning() {
        return reading != null;
    }
}
