/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.admission;

import io.ohmnibus.contracts.gateway.RefusedHandshake;
import io.ohmnibus.gateway.GatewayInstance;
import io.ohmnibus.gateway.GatewayMetrics;
import io.ohmnibus.platform.background.Background;
import io.ohmnibus.platform.bus.Bus;
import io.ohmnibus.platform.bus.BusJson;
import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.bus.Topics;
import io.ohmnibus.platform.ocpp.StationKey;
import java.net.SocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Who was not let in, of late and by any gateway: counted always, told while it is not a flood.
 * What one instance writes to the topic, all read from it.
 */
@Component
public final class Refusals implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Refusals.class);

    private static final Duration EVERY_SECOND = Duration.ofSeconds(1);
    private static final int REMEMBERED = 1_000;
    private static final int TOLD_PER_SECOND = 100;
    private static final int LONGEST_TEXT = 120;

    private final Bus bus;
    private final GatewayMetrics metrics;
    private final GatewayInstance instance;
    private final Clock clock;
    private final BlockingQueue<RefusedHandshake> untold =
            new ArrayBlockingQueue<>(TOLD_PER_SECOND);
    private final Deque<RefusedHandshake> recent = new ArrayDeque<>();

    /** How to end what runs. */
    private volatile List<Runnable> running = List.of();

    Refusals(Bus bus, GatewayMetrics metrics, GatewayInstance instance, Clock clock) {
        this.bus = bus;
        this.metrics = metrics;
        this.instance = instance;
        this.clock = clock;
    }

    /** Whom a refusal is about: as much as the peer said. */
    public record Peer(
            SocketAddress address, SecurityProfile profile, @Nullable StationKey station) {}

    /** Somebody was not let in. */
    public void add(Peer peer, Refusal reason, String detail) {
        metrics.handshake(reason.label());
        StationKey station = peer.station();
        RefusedHandshake refused =
                new RefusedHandshake(
                        clock.instant(),
                        instance.ordinal(),
                        station == null ? null : station.tenant(),
                        station == null ? "" : station.stationId(),
                        text(String.valueOf(peer.address())),
                        peer.profile().number(),
                        reason.name(),
                        text(detail));
        if (untold.offer(refused)) {
            log.warn("Refused {}", refused);
        }
    }

    /** Somebody was let in. */
    public void none() {
        metrics.handshake("accepted");
    }

    /** What a peer sent, fit for logs and people (A12). */
    private static String text(String sent) {
        String cut = sent.length() > LONGEST_TEXT ? sent.substring(0, LONGEST_TEXT) + "…" : sent;
        return cut.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
    }

    /** Those that fit, newest first. */
    List<RefusedHandshake> recent(Predicate<RefusedHandshake> wanted) {
        synchronized (recent) {
            return recent.stream().filter(wanted).toList();
        }
    }

    private Mono<Void> tell() {
        List<RefusedHandshake> batch = new ArrayList<>();
        untold.drainTo(batch);
        return Flux.fromIterable(batch)
                .flatMap(refused -> bus.send(record(refused)))
                .onErrorResume(failure -> {
                    log.warn("Refusals cannot be told to the others: {}", failure.toString());
                    return Mono.empty();
                })
                .then();
    }

    private static BusRecord record(RefusedHandshake refused) {
        return BusRecord.keyed(
                Topics.REFUSALS,
                String.valueOf(refused.tenant()),
                BusJson.write(refused),
                Map.of());
    }

    private Mono<Void> remember(BusRecord record) {
        return Mono.fromRunnable(() -> {
            RefusedHandshake refused = BusJson.read(record.body(), RefusedHandshake.class);
            synchronized (recent) {
                recent.addFirst(refused);
                while (recent.size() > REMEMBERED) {
                    recent.removeLast();
                }
            }
        });
    }

    @Override
    public void start() {
        running =
                List.of(
                        bus.table(Topics.REFUSALS, this::remember)::close,
                        Background.every(EVERY_SECOND, this::tell)::close);
    }

    @Override
    public void stop() {
        running.forEach(Runnable::run);
        running = List.of();
    }

    @Override
    public boolean isRunning() {
        return !running.isEmpty();
    }
}
