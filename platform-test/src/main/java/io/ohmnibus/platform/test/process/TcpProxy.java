/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.test.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * The network between a client and a server on this machine, which can lose what the server says.
 */
public final class TcpProxy implements AutoCloseable {

    private final ServerSocket listener;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Hold hold;

    private record Hold(BooleanSupplier from, CountDownLatch reached, CountDownLatch released) {}

    /** Listens on any port of the loopback address. */
    public TcpProxy(int target) {
        this.target = target;
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return listener.getLocalPort();
    }

    /**
     * Lets through what the server says until that becomes true, then nothing more on any
     * connection. It is asked before each piece is handed on, so what the server says about an
     * effect is held when the effect can be seen.
     */
    public void holdFrom(BooleanSupplier from) {
        hold = new Hold(from, new CountDownLatch(1), new CountDownLatch(1));
    }

    /** Waits until something is held. */
    public void awaitHeld() {
        Hold current = hold;
        if (current == null) {
            throw new IllegalStateException("nothing is to be held");
        }
        Awaitility.await("something is held")
                .atMost(java.time.Duration.ofSeconds(60))
                .until(() -> current.reached().getCount() == 0);
    }

    /** Lets everything through again, also what was held and still has a receiver. */
    public void release() {
        Hold current = hold;
        hold = null;
        if (current != null) {
            current.released().countDown();
        }
    }

    /** Closes all connections as a restarted router does; new ones are accepted. */
    public void cut() {
        sockets.forEach(TcpProxy::closeQuietly);
    }

    private void accept() {
        try {
            while (!listener.isClosed()) {
                Socket client = listener.accept();
                Thread.ofVirtual().start(() -> join(client));
            }
        } catch (IOException closed) {
            cut();
        }
    }

    private void join(Socket client) {
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            sockets.add(client);
            sockets.add(server);
            Thread.ofVirtual().start(() -> pump(client, server, false));
            pump(server, client, true);
        } catch (IOException nobodyListens) {
            closeQuietly(client);
        }
    }

    private void pump(Socket from, Socket to, boolean answers) {
        byte[] buffer = new byte[65_536];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (answers) {
                    pass();
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException eitherSideIsGone) {
            closeQuietly(from);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private void pass() throws InterruptedException {
        Hold current = hold;
        if (current == null) {
            return;
        }
        synchronized (current) {
            if (current.reached().getCount() > 0 && !current.from().getAsBoolean()) {
                return;
            }
            current.reached().countDown();
        }
        current.released().await();
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        release();
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }
}
