/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.routing;

import io.ohmnibus.contracts.auth.StationCredentials;
import io.ohmnibus.contracts.station.StationBoot;
import io.ohmnibus.gateway.GatewayInstance;
import io.ohmnibus.gateway.call.PendingCalls;
import io.ohmnibus.gateway.ownership.Leases;
import io.ohmnibus.platform.background.Background;
import io.ohmnibus.platform.bus.Bus;
import io.ohmnibus.platform.bus.Followed;
import io.ohmnibus.platform.bus.Reading;
import io.ohmnibus.platform.bus.Topics;
import io.ohmnibus.platform.state.CompactedTable;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads what is meant for this instance, while the application runs. */
@Component
public final class GatewayReadings implements SmartLifecycle {

    private static final String ROUTERS = "gateway.commands";
    private static final Duration PROOF = Duration.ofMillis(500);
    private static final Duration TURN = Duration.ofSeconds(2);
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Bus bus;
    private final int ordinal;
    private final Sources sources;
    private final Targets targets;
    private final Upkeep upkeep;
    private volatile List<Followed> needed = List.of();
    private volatile List<AutoCloseable> others = List.of();

    /** What must be known before a station may come in. */
    @Component
    record Sources(
            CompactedTable<StationCredentials> credentials, CompactedTable<StationBoot> boots) {

        boolean ready() {
            return credentials.ready() && boots.ready();
        }
    }

    /** Who takes the records. */
    @Component
    record Targets(
            PendingCalls replies,
            InboxReader inbox,
            Directory directory,
            Leases leases,
            CommandRouter router) {}

    GatewayReadings(
            Bus bus, GatewayInstance instance, Sources sources, Targets targets, Upkeep upkeep) {
        this.bus = bus;
        this.ordinal = instance.ordinal();
        this.sources = sources;
        this.targets = targets;
        this.upkeep = upkeep;
    }

    /** Whether stations may come in: who they are is known, and answers can reach them. */
    public boolean ready() {
        List<Followed> open = needed;
        return !open.isEmpty()
                && upkeep.mayAct()
                && sources.ready()
                && open.stream().allMatch(Reading::caughtUp);
    }

    /** Whether services answer so slowly that it is better not to let more stations in. */
    public boolean overloaded() {
        return targets.replies().full();
    }

    @Override
    public void start() {
        Followed connections = bus.table(Topics.CONNECTIONS, targets.directory()::on);
        Followed instances = bus.table(Topics.INSTANCES, targets.leases()::on);
        Followed inbox = bus.resumed(Topics.GATEWAY_INBOX, ordinal, targets.inbox()::on);
        needed =
                List.of(
                        inbox,
                        connections,
                        instances,
                        bus.own(Topics.REPLIES, ordinal, targets.replies()::onReply));
        others =
                List.of(
                        bus.paired(
                                ROUTERS,
                                List.of(Topics.CONNECTIONS, Topics.WAITING),
                                Topics.COMMANDS,
                                targets.router()),
                        Background.every(
                                PROOF, () -> upkeep.prove(Mono.when(read(connections, instances)))),
                        Background.every(
                                TURN,
                                () ->
                                        instances.caughtUp() // first hear of earlier lives
                                                ? targets.leases().renew()
                                                : Mono.empty()),
                        Background.every(TURN, () -> ready() ? upkeep.sweep() : Mono.empty()));
    }

    private static List<Mono<Void>> read(Followed... readings) {
        return Stream.of(readings).map(Followed::readToEnd).toList();
    }

    /** The stations are gone; what routers still send to them is told so. */
    @Override
    public void stop() {
        List<Followed> open = needed;
        if (open.isEmpty()) {
            return;
        }
        Followed inbox = open.getFirst();
        Background.finish(Mono.delay(PROOF).then(inbox.readToEnd()), LIMIT);
        needed = List.of();
        others.forEach(GatewayReadings::close);
        Background.finish(targets.leases().leave(), LIMIT);
        open.forEach(Reading::close);
        others = List.of();
    }

    private static void close(AutoCloseable open) {
        try {
            open.close();
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public boolean isRunning() {
        return !others.isEmpty();
    }
}
