/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of the loopback address. */
public final class Ports {

    private static final int LOWEST = 20_000;

    /** Exclusive; systems take the ports of outgoing connections from 32768 up. */
    private static final int HIGHEST = 32_000;

    private static final int ATTEMPTS = 500;
    private static final int CONNECT_MILLIS = 500;

    private static final Set<Integer> GIVEN_OUT = ConcurrentHashMap.newKeySet();

    private Ports() {}

    /** The wanted port if nothing listens on it, or any free one for 0. */
    static int claim(int wanted, String listener) {
        if (wanted == 0) {
            return free();
        }
        if (!isFree(wanted)) {
            throw new EmbeddedStartException(
                    "Port %d, which %s needs, is taken by another program: stop that program or choose another port."
                            .formatted(wanted, listener));
        }
        return wanted;
    }

    /** A port on which nothing listens, and which this process has not been given before. */
    public static int free() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (isFree(port) && GIVEN_OUT.add(port)) {
                return port;
            }
        }
        throw new EmbeddedStartException(
                "No free port was found between %d and %d.".formatted(LOWEST, HIGHEST));
    }

    /** Binding alone does not tell: some systems allow it beside a listener on all addresses. */
    private static boolean isFree(int port) {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try (var client = new Socket()) {
            client.connect(address, CONNECT_MILLIS);
            return false;
        } catch (IOException nobodyAnswers) {
            return canBind(address);
        }
    }

    private static boolean canBind(InetSocketAddress address) {
        try (var server = new ServerSocket()) {
            server.bind(address);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
