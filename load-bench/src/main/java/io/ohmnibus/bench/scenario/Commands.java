/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.scenario;

import io.ohmnibus.bench.load.Fleet;
import io.ohmnibus.bench.load.Measured;
import io.ohmnibus.bench.report.Result;
import io.ohmnibus.platform.ocpp.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.HdrHistogram.Recorder;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * ClearCache from a REST call to the station's answer and back.
 *
 * @param stations that the commands go to, in turn
 * @param atOnce how many callers there are
 */
public record Commands(int stations, List<Integer> atOnce) implements Scenario {

    @Override
    public List<Result> run(World world) {
        List<Result> results = new ArrayList<>();
        try (Fleet _ = world.booted(stations)) {
            for (int callers : atOnce) {
                Callers load = new Callers(world, callers);
                world.warm(load::run);
                results.add(
                        world.measured(
                                Names.COMMANDS,
                                Names.atOnce(callers),
                                () -> load.run(world.measure())));
                load.connections.dispose();
            }
        }
        return results;
    }

    private final class Callers {

        private final World world;
        private final int count;
        private final ConnectionProvider connections;
        private final HttpClient http;
        private final Recorder latencies = new Recorder(3);
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicLong errors = new AtomicLong();
        private final AtomicReference<@Nullable String> firstError = new AtomicReference<>();

        Callers(World world, int count) {
            this.world = world;
            this.count = count;
            String token = world.deployment().token();
            connections = ConnectionProvider.create("commands", count);
            http =
                    HttpClient.create(connections)
                            .headers(headers ->
                                    headers.set("Authorization", "Bearer " + token)
                                            .set("Content-Type", "application/json"));
        }

        Measured run(Duration duration) {
            latencies.getIntervalHistogram();
            errors.set(0);
            long began = System.nanoTime();
            long end = began + duration.toNanos();
            Flux.range(0, count)
                    .flatMap(
                            _ -> Mono.defer(this::command).repeat(() -> System.nanoTime() < end),
                            count)
                    .blockLast();
            return new Measured(
                    latencies.getIntervalHistogram(),
                    System.nanoTime() - began,
                    errors.get(),
                    firstError.get());
        }

        private Mono<Void> command() {
            String station = world.ids().get(next.getAndIncrement() % stations);
            long began = System.nanoTime();
            return http.post()
                    .uri(
                            world.deployment()
                                    .rest(Service.AUTH)
                                    .resolve(
                                            "stations/%s/commands/ClearCache?wait=PT10S"
                                                    .formatted(station)))
                    .send(ByteBufFlux.fromString(Mono.just("{}")))
                    .responseSingle((_, body) -> body.asString().defaultIfEmpty(""))
                    .doOnNext(answer -> {
                        if (answer.contains("\"Answered\"") || answer.contains("\"answered\"")) {
                            latencies.recordValue(System.nanoTime() - began);
                        } else {
                            fail(answer);
                        }
                    })
                    .onErrorResume(failure -> {
                        fail(failure.toString());
                        return Mono.empty();
                    })
                    .then();
        }

        private void fail(String what) {
            errors.incrementAndGet();
            firstError.compareAndSet(null, what);
        }
    }
}
