/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.fleet;

import static io.ohmnibus.e2e.RunningPlatform.rest;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.e2e.RunningPlatform;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.simulator.Station;
import io.ohmnibus.simulator.StationBuilder;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Stations of both versions in one group. */
final class Stations implements AutoCloseable {

    /** Handshakes and boots side by side; the machine does other things too. */
    private static final int AT_ONCE = 16;

    private final String group = "G" + UUID.randomUUID().toString().substring(0, 8);
    private final List<Station> connected;
    private final List<String> offline;

    /** So many that are connected and accepted, and so many that never were. */
    Stations(int connected, int offline) {
        rest().put("station/groups/" + group, "{}").expect(201);
        this.connected = all(connected, number -> RunningPlatform.accepted(member(number)));
        this.offline = all(offline, number -> member(number).build().id());
    }

    private interface Maker<T> {
        T make(int number);
    }

    private static <T> List<T> all(int count, Maker<T> maker) {
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<CompletableFuture<T>> made =
                    IntStream.range(0, count)
                            .mapToObj(number -> later(() -> maker.make(number), threads))
                            .toList();
            return made.stream().map(CompletableFuture::join).toList();
        }
    }

    private static <T> CompletableFuture<T> later(Supplier<T> work, ExecutorService threads) {
        return CompletableFuture.supplyAsync(work, threads);
    }

    private StationBuilder member(int number) {
        OcppVersion[] versions = OcppVersion.values();
        StationBuilder station =
                RunningPlatform.station(versions[number % versions.length]).framesKept(1_000);
        String id = station.build().id();
        int joined = rest().put("station/groups/" + group + "/stations/" + id, "").status();
        assertThat(joined).isEqualTo(204);
        return station;
    }

    String group() {
        return group;
    }

    List<Station> connected() {
        return connected;
    }

    List<String> offline() {
        return offline;
    }

    List<String> connectedIds() {
        return connected.stream().map(Station::id).toList();
    }

    /** How many CALLs of an action a station got. */
    static long got(Station station, String action) {
        return station.frames().stream()
                .filter(frame -> !frame.sent() && frame.messageType() == 2)
                .filter(frame -> frame.text().contains("\"" + action + "\""))
                .count();
    }

    @Override
    public void close() {
        connected.forEach(Station::close);
    }
}
