/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator.rpc;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.HashedWheelTimer;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What all stations of the JVM share: event loops and a timer, on daemon threads. */
public final class Shared {

    static final EventLoopGroup EVENT_LOOPS =
            new MultiThreadIoEventLoopGroup(
                    Math.min(4, Runtime.getRuntime().availableProcessors()),
                    new DefaultThreadFactory("stations-io", true),
                    NioIoHandler.newFactory());

    private static final HashedWheelTimer TIMER =
            new HashedWheelTimer(
                    new DefaultThreadFactory("stations-timer", true), 10, TimeUnit.MILLISECONDS);

    private Shared() {}

    /** Something that will happen later, unless it is called off. */
    public interface Appointment {
        void cancel();
    }

    /** Runs the task on a virtual thread after the delay. */
    public static Appointment after(Duration delay, Runnable task) {
        var timeout =
                TIMER.newTimeout(
                        _ -> Thread.startVirtualThread(task),
                        delay.toMillis(),
                        TimeUnit.MILLISECONDS);
        return timeout::cancel;
    }
}
