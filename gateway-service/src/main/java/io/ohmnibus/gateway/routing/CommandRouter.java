/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.routing;

import io.ohmnibus.contracts.gateway.StationConnection;
import io.ohmnibus.gateway.GatewayProperties;
import io.ohmnibus.gateway.command.Command;
import io.ohmnibus.gateway.command.CommandOutcomes;
import io.ohmnibus.platform.bus.Bus;
import io.ohmnibus.platform.bus.BusJson;
import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.bus.PairedListener;
import io.ohmnibus.platform.bus.Topics;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Brings each command to the instance that holds its station. Every partition of the commands is
 * read by one instance, together with that partition of the directory.
 */
@Component
final class CommandRouter implements PairedListener {

    private static final Logger log = LoggerFactory.getLogger(CommandRouter.class);

    private final Map<Integer, Map<String, RoutedStation>> partitions = new ConcurrentHashMap<>();
    private final Queue<Command> handedBack = new ConcurrentLinkedQueue<>();
    private final Bus bus;
    private final CommandOutcomes outcomes;
    private final Clock clock;
    private final int maxWaiting;

    CommandRouter(Bus bus, CommandOutcomes outcomes, Clock clock, GatewayProperties properties) {
        this.bus = bus;
        this.outcomes = outcomes;
        this.clock = clock;
        this.maxWaiting = properties.maxWaitingCommands();
    }

    @Override
    public Mono<Void> onTable(BusRecord record) {
        RoutedStation station = station(record);
        byte[] value = record.value();
        if (value == null) {
            station.forget();
            return Mono.empty();
        }
        StationConnection read = BusJson.read(value, StationConnection.class);
        StationConnection current = station.apply(read);
        if (current.isNewerThan(read)) {
            // What came late would be all that compaction leaves.
            log.info("{} has a newer connection; what came late changes nothing", record.key());
            return bus.send(
                    BusRecord.keyed(
                            Topics.CONNECTIONS, record.key(), BusJson.write(current), Map.of()));
        }
        return current.online() ? forwardAll(station.release(), current) : Mono.empty();
    }

    private Mono<Void> forwardAll(List<Command> held, StationConnection connection) {
        return Flux.fromIterable(held)
                .concatMap(command ->
                        expired(command)
                                ? outcomes.timedOut(command)
                                : forward(command, connection))
                .then();
    }

    @Override
    public Mono<Void> onStream(BusRecord record) {
        Command command = Command.read(record);
        if (expired(command)) {
            return outcomes.timedOut(command);
        }
        RoutedStation station = station(record);
        StationConnection connection = station.connection();
        if (connection != null && connection.online()) {
            return forward(command, connection);
        }
        if (!command.waits()) {
            return outcomes.offline(command);
        }
        boolean held = station.hold(command, maxWaiting);
        log.info(
                "{} {} {} {}",
                command.station(),
                command.action().wireName(),
                command.id(),
                held ? "waits for the station" : "cannot wait: too many do");
        return held ? Mono.empty() : outcomes.offline(command);
    }

    private Mono<Void> forward(Command command, StationConnection connection) {
        return bus.send(command.forwarded(connection.gateway(), connection.connectionId()));
    }

    private boolean expired(Command command) {
        return !command.left(clock.instant()).isPositive();
    }

    private RoutedStation station(BusRecord record) {
        int partition = Objects.requireNonNull(record.partition());
        return partitions
                .computeIfAbsent(partition, number -> new ConcurrentHashMap<>())
                .computeIfAbsent(record.key(), key -> new RoutedStation());
    }

    /** Tells the senders of what waited too long. Called once, subscribed to again and again. */
    @Scheduled(fixedDelayString = "PT0.5S")
    Mono<Void> expire() {
        return Flux.defer(() -> Flux.fromIterable(late(clock.instant())))
                .concatMap(outcomes::timedOut)
                .then();
    }

    private List<Command> late(Instant now) {
        List<Command> late = new ArrayList<>();
        partitions
                .values()
                .forEach(stations ->
                        stations.values().forEach(station -> late.addAll(station.expired(now))));
        return late;
    }

    /** The new reader of the partition has not seen what was held here: it is put on anew. */
    @Override
    public void lost(int partition) {
        Map<String, RoutedStation> stations = partitions.remove(partition);
        if (stations != null) {
            stations.values().forEach(station -> handedBack.addAll(station.release()));
        }
    }

    /** Puts on anew what waited in partitions that another instance reads now. */
    @Scheduled(fixedDelayString = "PT0.5S")
    Mono<Void> handBack() {
        return Flux.<Command>generate(
                        next -> {
                            Command command = handedBack.poll();
                            if (command == null) {
                                next.complete();
                            } else {
                                next.next(command);
                            }
                        })
                .concatMap(outcomes::handBack)
                .then();
    }
}
