/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.routing;

import io.ohmnibus.contracts.gateway.StationConnection;
import io.ohmnibus.gateway.GatewayProperties;
import io.ohmnibus.gateway.command.Command;
import io.ohmnibus.gateway.command.CommandOutcomes;
import io.ohmnibus.gateway.ownership.KnownConnections;
import io.ohmnibus.platform.bus.Bus;
import io.ohmnibus.platform.bus.BusJson;
import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.bus.Headers;
import io.ohmnibus.platform.bus.PairedListener;
import io.ohmnibus.platform.bus.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Brings each command to the instance that holds its station. Every partition of the commands is
 * read by one instance, together with that partition of the directory and of the commands that
 * wait, which therefore outlive it.
 */
@Component
final class CommandRouter implements PairedListener {

    private static final Logger log = LoggerFactory.getLogger(CommandRouter.class);

    private static final int REMEMBERED = 50_000;

    /** More than the clocks of those who write commands and of routers are apart. */
    private static final Duration APART = Duration.ofMinutes(1);

    private final Map<Integer, Partition> partitions = new ConcurrentHashMap<>();
    private final Bus bus;
    private final CommandOutcomes outcomes;
    private final KnownConnections known;
    private final Clock clock;
    private final int maxWaiting;

    CommandRouter(
            Bus bus,
            CommandOutcomes outcomes,
            KnownConnections known,
            Clock clock,
            GatewayProperties properties) {
        this.bus = bus;
        this.outcomes = outcomes;
        this.known = known;
        this.clock = clock;
        this.maxWaiting = properties.maxWaitingCommands();
        known.metrics()
                .waitingCommands(() -> stations().stream().mapToInt(RoutedStation::waiting).sum());
    }

    /** The stations of a partition; until it is ready, nothing leaves it. */
    private static final class Partition {

        private final Map<String, RoutedStation> stations = new ConcurrentHashMap<>();
        private final TakenCommands taken = new TakenCommands(REMEMBERED);
        private volatile boolean ready;

        RoutedStation station(String key) {
            return stations.computeIfAbsent(key, missing -> new RoutedStation());
        }
    }

    private Partition partition(int number) {
        return partitions.computeIfAbsent(number, missing -> new Partition());
    }

    private Partition partition(BusRecord record) {
        return partition(Objects.requireNonNull(record.partition()));
    }

    private List<RoutedStation> stations() {
        return partitions.values().stream()
                .flatMap(partition -> partition.stations.values().stream())
                .toList();
    }

    @Override
    public Mono<Void> onTable(BusRecord record) {
        Partition partition = partition(record);
        if (record.topic().equals(Topics.WAITING)) {
            if (!partition.ready) { // after that they are our own
                takeOver(partition, record);
            }
            return Mono.empty();
        }
        RoutedStation station = partition.station(record.key());
        if (record.removes()) {
            station.forget();
            return Mono.empty();
        }
        StationConnection read =
                known.shared(record.key(), BusJson.read(record.body(), StationConnection.class));
        StationConnection current = station.apply(read);
        if (current.isNewerThan(read)) {
            // What came late would be all that compaction leaves.
            log.info("{} has a newer connection; what came late changes nothing", record.key());
            return bus.send(
                    BusRecord.keyed(
                            Topics.CONNECTIONS, record.key(), BusJson.write(current), Map.of()));
        }
        return partition.ready ? release(station) : Mono.empty();
    }

    private void takeOver(Partition partition, BusRecord record) {
        RoutedStation station = partition.station(Command.stationOf(record));
        if (record.removes()) {
            station.drop(Command.idOf(record));
        } else {
            station.hold(Command.readWaiting(record), Integer.MAX_VALUE);
        }
    }

    @Override
    public Mono<Void> ready(int number) {
        return Mono.defer(() -> {
            Partition partition = partition(number);
            partition.ready = true;
            return Flux.fromIterable(partition.stations.values()).concatMap(this::release).then();
        });
    }

    /** What stands in an inbox was handed on by the router before us, if it could commit or not. */
    @Override
    public Mono<Void> resumes(Set<Integer> numbers, Instant since) {
        return bus.since(
                Topics.GATEWAY_INBOX,
                since.minus(APART),
                record -> Mono.fromRunnable(() -> handedOn(numbers, Command.read(record))));
    }

    private void handedOn(Set<Integer> numbers, Command command) {
        if (expired(command)) {
            return;
        }
        numbers.stream()
                .map(this::partition)
                .filter(partition -> partition.stations.containsKey(command.record().key()))
                .forEach(partition -> partition.taken.handedOn(command));
    }

    /** Sends on what waits for a station that is connected. */
    private Mono<Void> release(RoutedStation station) {
        StationConnection connection = station.connection();
        return connection == null || !connection.online()
                ? Mono.empty()
                : Mono.justOrEmpty(station.next())
                        .flatMap(command ->
                                release(command, connection)
                                        .doOnError(failure -> station.putBack(command))
                                        .then(Mono.defer(() -> release(station))));
    }

    /** In this order: if this instance dies in between, the command is late, but not sent twice. */
    private Mono<Void> release(Command command, StationConnection connection) {
        Mono<Void> out =
                expired(command) ? outcomes.timedOut(command) : forward(command, connection);
        return bus.send(command.waitingNoMore()).then(out);
    }

    @Override
    public Mono<Void> onStream(BusRecord record) {
        if ("true".equals(record.headers().get(Headers.WITHDRAWS))) {
            return withdraw(record);
        }
        Command command = Command.read(record);
        TakenCommands taken = partition(record).taken;
        if (taken.isWithdrawn(command)) {
            return outcomes.offline(command);
        }
        if (taken.isRepetition(command)) {
            log.info("{} {} was handed on before", command.station(), command.id());
            return Mono.empty();
        }
        return route(command).doOnSuccess(_ -> taken.add(command));
    }

    private Mono<Void> route(Command command) {
        if (expired(command)) {
            return outcomes.timedOut(command);
        }
        BusRecord record = command.record();
        RoutedStation station = partition(record).station(record.key());
        StationConnection connection = station.connection();
        if (connection != null && connection.online() && !isGone(connection, command)) {
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
        return held ? bus.send(command.waiting()) : outcomes.offline(command);
    }

    /** It gave the command back: the record of its end is on its way, or of the one after it. */
    private static boolean isGone(StationConnection connection, Command command) {
        return connection.connectionId().equals(command.handedBackBy());
    }

    /** What was sent on, or has ended, is not there any more; it may come back from its station. */
    private Mono<Void> withdraw(BusRecord record) {
        String id = record.required(Headers.CORRELATION_ID);
        RoutedStation station = partition(record).station(record.key());
        partition(record).taken.withdraw(id);
        return Mono.justOrEmpty(station.take(id))
                .flatMap(command ->
                        bus.send(command.waitingNoMore())
                                .doOnError(failure -> station.putBack(command))
                                .then(outcomes.offline(command)));
    }

    private Mono<Void> forward(Command command, StationConnection connection) {
        return bus.send(command.forwarded(connection.gateway(), connection.connectionId()));
    }

    private boolean expired(Command command) {
        return !command.left(clock.instant()).isPositive();
    }

    /** Tells the senders of what waited too long. Called once, subscribed to again and again. */
    @Scheduled(fixedDelayString = "PT0.5S")
    Mono<Void> expire() {
        return Flux.defer(() -> Flux.fromIterable(late(clock.instant())))
                .concatMap(command ->
                        outcomes.timedOut(command)
                                .then(bus.send(command.waitingNoMore()))
                                .onErrorComplete()) // stays there, and is late for the next router
                .then();
    }

    private List<Command> late(Instant now) {
        List<Command> late = new ArrayList<>();
        partitions.values().forEach(partition -> partition.taken.forgetLate(now));
        stations().forEach(station -> late.addAll(station.expired(now)));
        return late;
    }

    /** The new reader of the partition takes over what waits. */
    @Override
    public void lost(int partition) {
        partitions.remove(partition);
    }
}
