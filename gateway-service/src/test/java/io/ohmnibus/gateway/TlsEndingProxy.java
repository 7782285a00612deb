/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway;

import io.ohmnibus.gateway.tls.TestAuthority;
import io.ohmnibus.gateway.tls.TestAuthority.Identity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/**
 * A reverse proxy as operators have it: ends TLS, says in headers who came and how, cuts off
 * connections that are idle, and hands on what it read in pieces of its own.
 */
final class TlsEndingProxy implements AutoCloseable {

    /** The longest piece that it hands on to the gateway; frames are cut and joined as it comes. */
    private static final int PIECE = 50;

    private final SSLServerSocket listener;
    private final int target;
    private final Duration idleLimit;
    private final Set<Socket> toGateway = ConcurrentHashMap.newKeySet();

    TlsEndingProxy(TestAuthority authority, Identity server, int target, Duration idleLimit) {
        this.target = target;
        this.idleLimit = idleLimit;
        try {
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(
                    server.bundle().getManagers().getKeyManagers(),
                    authority.bundle().getManagers().getTrustManagers(),
                    null);
            listener =
                    (SSLServerSocket)
                            tls.getServerSocketFactory()
                                    .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        listener.setWantClientAuth(true);
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Ends its side of the connections to the gateway, and goes on reading what that sends. */
    void halfClose() throws IOException {
        for (Socket socket : toGateway) {
            socket.shutdownOutput();
        }
    }

    private void accept() {
        try {
            while (!listener.isClosed()) {
                SSLSocket station = (SSLSocket) listener.accept();
                Thread.ofVirtual().start(() -> join(station));
            }
        } catch (IOException closed) {
            toGateway.forEach(TlsEndingProxy::close);
        }
    }

    private void join(SSLSocket station) {
        try (station;
                Socket gateway = new Socket(InetAddress.getLoopbackAddress(), target)) {
            toGateway.add(gateway);
            gateway.getOutputStream().write(head(station).getBytes(StandardCharsets.ISO_8859_1));
            AtomicLong lastByte = new AtomicLong(System.nanoTime());
            Thread answers =
                    Thread.ofVirtual()
                            .start(() -> pump(gateway, station, Integer.MAX_VALUE, lastByte));
            pump(station, gateway, PIECE, lastByte);
            answers.join(Duration.ofSeconds(30));
        } catch (IOException eitherSideIsGone) {
            close(station);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The request of the station, with what the proxy says about it and without what it says. */
    private static String head(SSLSocket station) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        InputStream in = station.getInputStream();
        while (!read.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("closed");
            }
            read.write(next);
        }
        StringBuilder head = new StringBuilder();
        for (String line : read.toString(StandardCharsets.ISO_8859_1).split("\r\n", -1)) {
            if (!line.isEmpty() && !line.matches("(?i)(X-Forwarded-.*|Client-Cert):.*")) {
                head.append(line).append("\r\n");
            }
        }
        head.append("X-Forwarded-Proto: https\r\nX-Forwarded-For: 203.0.113.77\r\n");
        return head.append(certificate(station)).append("\r\n").toString();
    }

    private static String certificate(SSLSocket station) throws IOException {
        try {
            Certificate shown = station.getSession().getPeerCertificates()[0];
            return "Client-Cert: :"
                    + Base64.getEncoder().encodeToString(shown.getEncoded())
                    + ":\r\n";
        } catch (SSLPeerUnverifiedException none) {
            return "";
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private void pump(Socket from, Socket to, int piece, AtomicLong lastByte) {
        byte[] buffer = new byte[Math.min(piece, 65_536)];
        try {
            from.setSoTimeout(50);
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            while (true) {
                try {
                    int length = in.read(buffer);
                    if (length < 0) {
                        break;
                    }
                    lastByte.set(System.nanoTime());
                    out.write(buffer, 0, length);
                } catch (java.net.SocketTimeoutException _) {
                    if (System.nanoTime() - lastByte.get() > idleLimit.toNanos()) {
                        break; // as a load balancer does: without a word
                    }
                }
            }
        } catch (IOException eitherSideIsGone) {
            // closed below
        }
        close(from);
        close(to);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        toGateway.forEach(TlsEndingProxy::close);
    }
}
