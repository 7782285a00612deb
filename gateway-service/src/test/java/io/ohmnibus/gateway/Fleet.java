/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Stations that behave: they come back when their connection is lost, to any of the gateways, obey
 * every command, and repeat a message until it is answered with a CALLRESULT.
 */
final class Fleet implements AutoCloseable {

    private static final Pattern ID = Pattern.compile("^\\[(\\d),\"([^\"]+)\"");
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(20);

    private final List<Integer> ports;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicInteger connected = new AtomicInteger();

    /** Ids of all commands that were obeyed; one that was obeyed twice is here twice. */
    final Queue<String> obeyed = new ConcurrentLinkedQueue<>();

    /** Close codes, as they came. */
    final Queue<Integer> closeCodes = new ConcurrentLinkedQueue<>();

    final AtomicInteger reported = new AtomicInteger();
    final AtomicInteger repeated = new AtomicInteger();

    Fleet(List<Integer> ports, List<String> stations, @Nullable Duration reporting) {
        this.ports = List.copyOf(ports);
        stations.forEach(id -> {
            One one = new One(id);
            threads.execute(one::live);
            if (reporting != null) {
                threads.execute(() -> one.report(reporting));
            }
        });
    }

    static List<String> ids(String prefix, int count) {
        List<String> ids = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            ids.add(prefix + i);
        }
        return ids;
    }

    /** How many are connected and accepted. */
    int connected() {
        return connected.get();
    }

    private boolean waits(long millis) {
        try {
            return !closing.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static long random(int from, int to) {
        return ThreadLocalRandom.current().nextInt(from, to);
    }

    private final class One {

        private final String id;
        private final AtomicReference<@Nullable RawStation> current = new AtomicReference<>();
        private final Queue<String> answers = new ConcurrentLinkedQueue<>();

        One(String id) {
            this.id = id;
        }

        void live() {
            while (closing.getCount() > 0) {
                try (RawStation station = connect()) {
                    current.set(station);
                    connected.incrementAndGet();
                    try {
                        listen(station);
                    } finally {
                        current.set(null);
                        connected.decrementAndGet();
                    }
                } catch (UncheckedIOException | IllegalStateException lost) {
                    answers.clear();
                }
                waits(random(200, 1500));
            }
        }

        private RawStation connect() {
            int port = ports.get(ThreadLocalRandom.current().nextInt(ports.size()));
            RawStation station =
                    RawStation.handshake(
                            port,
                            "/ocpp/" + id,
                            RawStation.basic(id, TestServices.PASSWORD),
                            "Sec-WebSocket-Protocol: ocpp2.1");
            if (station.status() != 101
                    || !station.ask(GatewayUnderTest.bootNotification("b")).contains("Accepted")) {
                station.close();
                throw new IllegalStateException("not accepted");
            }
            return station;
        }

        private void listen(RawStation station) {
            while (closing.getCount() > 0) {
                RawStation.Frame frame = station.read();
                if (frame.opcode() == RawStation.CLOSE) {
                    closeCodes.add(frame.closeCode());
                    station.frame(0x80 | RawStation.CLOSE, frame.payload(), true);
                    return;
                }
                take(station, frame.text());
            }
        }

        private void take(RawStation station, String text) {
            Matcher frame = ID.matcher(text);
            if (!frame.find()) {
                return;
            }
            if (frame.group(1).equals("2")) {
                obeyed.add(frame.group(2));
                station.text("[3,\"" + frame.group(2) + "\",{\"status\":\"Accepted\"}]");
            } else if (frame.group(1).equals("3")) {
                answers.add(frame.group(2));
            }
        }

        void report(Duration every) {
            for (int number = 0; waits(every.toMillis()); number++) {
                String message = "st-" + number;
                while (closing.getCount() > 0 && !sent(message)) {
                    repeated.incrementAndGet();
                    waits(200);
                }
                reported.incrementAndGet();
            }
        }

        private boolean sent(String message) {
            RawStation station = current.get();
            if (station == null) {
                return false;
            }
            try {
                station.text(
                        "[2,\""
                                + message
                                + "\",\"StatusNotification\",{\"timestamp\":"
                                + "\"2026-01-01T00:00:00Z\",\"connectorStatus\":\"Available\","
                                + "\"evseId\":1,\"connectorId\":1}]");
            } catch (UncheckedIOException lost) {
                return false;
            }
            long until = System.nanoTime() + ANSWERED_WITHIN.toNanos();
            while (System.nanoTime() < until && current.get() == station) {
                if (answers.remove(message)) {
                    return true;
                }
                waits(10);
            }
            return answers.remove(message);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        threads.shutdownNow();
    }
}
