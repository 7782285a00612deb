/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.yardstick;

import io.ohmnibus.bench.load.Access;
import io.ohmnibus.bench.load.Fleet;
import io.ohmnibus.bench.load.Measured;
import io.ohmnibus.bench.load.Running;
import io.ohmnibus.bench.load.Traffics;
import io.ohmnibus.embedded.Ports;
import io.ohmnibus.platform.test.process.ChildJvm;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** The same TransactionEvents as the platform gets, to a server that answers without a look. */
public final class WebSocketEcho {

    private WebSocketEcho() {}

    /** Measures so many stations in closed loop. */
    public static Measured measure(int stations, Duration warmUp, Duration duration) {
        int port = Ports.free();
        try (ChildJvm server =
                ChildJvm.start(
                        EchoServer.class,
                        List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders"),
                        List.of(Integer.toString(port)))) {
            Awaitility.await(server.toString()).until(() -> isOpen(port));
            List<String> ids = IntStream.range(0, stations).mapToObj("E%05d"::formatted).toList();
            URI uri = URI.create("ws://127.0.0.1:" + port + "/ocpp/");
            try (Fleet fleet = new Fleet(Access.plain(List.of(uri), "none"), ids)) {
                fleet.connect();
                try (Running running = fleet.closedLoop(Traffics.transactionEvents())) {
                    running.warmUp(warmUp);
                    return running.measure(duration);
                }
            }
        }
    }

    private static boolean isOpen(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port));
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
