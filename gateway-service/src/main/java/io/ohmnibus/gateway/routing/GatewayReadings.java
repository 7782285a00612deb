/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.routing;

import io.ohmnibus.contracts.auth.StationCredentials;
import io.ohmnibus.contracts.station.StationBoot;
import io.ohmnibus.gateway.GatewayInstance;
import io.ohmnibus.gateway.call.PendingCalls;
import io.ohmnibus.gateway.session.StationSession;
import io.ohmnibus.gateway.session.StationSessions;
import io.ohmnibus.platform.bus.Bus;
import io.ohmnibus.platform.bus.Reading;
import io.ohmnibus.platform.bus.Topics;
import io.ohmnibus.platform.state.CompactedTable;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads what is meant for this instance, while the application runs. */
@Component
public final class GatewayReadings implements SmartLifecycle {

    private static final String ROUTERS = "gateway.commands";

    private final Bus bus;
    private final int ordinal;
    private final Sources sources;
    private final Targets targets;
    private volatile List<Reading> needed = List.of();
    private volatile List<Reading> all = List.of();

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
            CommandRouter router,
            Upkeep upkeep) {}

    /** What has to be looked at again and again. */
    @Component
    record Upkeep(StationSessions sessions, Clock clock) {

        Mono<Void> expire() {
            return Flux.defer(() -> Flux.fromIterable(sessions.open()))
                    .concatMap((StationSession session) -> session.expire(clock.instant()))
                    .then();
        }
    }

    GatewayReadings(Bus bus, GatewayInstance instance, Sources sources, Targets targets) {
        this.bus = bus;
        this.ordinal = instance.ordinal();
        this.sources = sources;
        this.targets = targets;
    }

    /** Whether stations may come in: who they are is known, and answers can reach them. */
    public boolean ready() {
        List<Reading> open = needed;
        return !open.isEmpty() && sources.ready() && open.stream().allMatch(Reading::caughtUp);
    }

    @Override
    public void start() {
        needed =
                List.of(
                        bus.own(Topics.REPLIES, ordinal, targets.replies()::onReply),
                        bus.own(Topics.GATEWAY_INBOX, ordinal, targets.inbox()::on),
                        bus.table(Topics.CONNECTIONS, targets.directory()::on));
        Reading router = bus.paired(ROUTERS, Topics.CONNECTIONS, Topics.COMMANDS, targets.router());
        all = Stream.concat(needed.stream(), Stream.of(router)).toList();
    }

    @Override
    public void stop() {
        needed = List.of();
        all.forEach(Reading::close);
        all = List.of();
    }

    @Override
    public boolean isRunning() {
        return !all.isEmpty();
    }

    /** Keeps the directory true, and ends what waited too long; subscribed to again and again. */
    @Scheduled(initialDelayString = "PT1S", fixedDelayString = "PT2S")
    Mono<Void> sweep() {
        return Mono.defer(() ->
                ready()
                        ? targets.directory().sweep().then(targets.upkeep().expire())
                        : Mono.empty());
    }
}
