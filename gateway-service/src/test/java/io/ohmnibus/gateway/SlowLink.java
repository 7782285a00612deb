/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A TCP proxy as slow as a bad mobile network: every piece comes later, and at a limited rate. */
final class SlowLink implements AutoCloseable {

    private final ServerSocket door;
    private final int target;
    private final Duration delay;
    private final int bytesPerSecond;
    private final ScheduledExecutorService clock = new ScheduledThreadPoolExecutor(1);

    SlowLink(int target, Duration delay, int bytesPerSecond) throws IOException {
        this.door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        this.target = target;
        this.delay = delay;
        this.bytesPerSecond = bytesPerSecond;
        start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    private void accept() throws IOException {
        Socket near = door.accept();
        Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
        start(() -> copy(near.getInputStream(), far.getOutputStream()));
        start(() -> copy(far.getInputStream(), near.getOutputStream()));
    }

    private interface Work {
        void run() throws IOException;
    }

    private void start(Work work) {
        Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        clock.shutdown(); // the end of the link
                    }
                });
    }

    private void copy(InputStream in, OutputStream out) throws IOException {
        byte[] piece = new byte[512];
        long free = System.nanoTime();
        for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
            byte[] bytes = java.util.Arrays.copyOf(piece, read);
            free = Math.max(free, System.nanoTime());
            free += TimeUnit.SECONDS.toNanos(read) / bytesPerSecond;
            long after = free - System.nanoTime() + delay.toNanos();
            var _ = clock.schedule(() -> write(out, bytes), after, TimeUnit.NANOSECONDS);
        }
    }

    private static void write(OutputStream out, byte[] bytes) {
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        clock.shutdownNow();
        door.close();
    }
}
