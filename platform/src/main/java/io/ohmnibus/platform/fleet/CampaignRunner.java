/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.fleet;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.codec.OcppCodec;
import io.ohmnibus.ocpp.codec.Side;
import io.ohmnibus.platform.background.Background;
import io.ohmnibus.platform.command.Commands;
import io.ohmnibus.platform.ocpp.RuleViolation;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.query.QueryFailed;
import io.ohmnibus.platform.store.TransientErrors;
import io.ohmnibus.platform.web.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Goes on with the campaigns of this service, in every instance. */
final class CampaignRunner implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(CampaignRunner.class);

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final OcppCodec CODEC = OcppCodec.of(OcppVersion.V2_1, Side.STATION);

    /** So many stations are sent to before the campaign is looked at again. */
    private static final int BATCH = 100;

    /** Commands that are stored side by side; the pool has connections for others too. */
    private static final int AT_ONCE = 4;

    private final CampaignWork work;
    private final Commands commands;
    private final TransactionalOperator transaction;
    private final CampaignMetrics metrics;
    private final Clock clock;
    private @Nullable Background running;

    CampaignRunner(
            CampaignWork work,
            Commands commands,
            TransactionalOperator transaction,
            CampaignMetrics metrics,
            Clock clock) {
        this.work = work;
        this.commands = commands;
        this.transaction = transaction;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Goes on until there is nothing to send any more. */
    Mono<Void> turn() {
        return Flux.defer(work::running)
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(this::goOn)
                .reduce(0L, Long::sum)
                .repeat()
                .takeUntil(sent -> sent == 0)
                .then();
    }

    /** How many stations got their command. */
    private Mono<Long> goOn(UUID campaign) {
        return work.lock(campaign)
                .flatMap(locked -> advance(locked).thenReturn(locked))
                .as(transaction::transactional)
                .flatMap(this::send)
                .onErrorResume(failure -> {
                    log.warn("campaign {} waits: {}", campaign, failure.toString());
                    return Mono.empty();
                })
                .defaultIfEmpty(0L);
    }

    private Mono<Void> advance(StoredCampaign campaign) {
        return work.tally(campaign.id(), campaign.state().wave())
                .flatMap(begun -> advance(campaign, begun));
    }

    private Mono<Void> advance(StoredCampaign campaign, Tally begun) {
        if (begun.exceeds(campaign.pace().maxFailureRate(), campaign.state().forgiven())) {
            String reason = "%d of %d stations failed".formatted(begun.failures(), begun.total());
            log.warn("campaign {} halts: {}", campaign.id(), reason);
            return work.halt(campaign.id(), reason);
        }
        boolean more = begun.total() < campaign.stations();
        if (begun.open() == 0 && !more) {
            log.info("campaign {} is complete", campaign.id());
            return work.complete(campaign.id());
        }
        return more && isOver(campaign, begun)
                ? work.beginWave(campaign.id(), campaign.state().wave() + 1)
                : Mono.empty();
    }

    private boolean isOver(StoredCampaign campaign, Tally begun) {
        Duration limit = campaign.pace().nextWaveAfter();
        return begun.open() == 0
                || (limit != null
                        && begun.of(StationState.PLANNED) == 0
                        && campaign.state().waveBeganAt().plus(limit).isBefore(clock.instant()));
    }

    private Mono<Long> send(StoredCampaign campaign) {
        return work.due(campaign.id(), BATCH)
                .filter(stations -> !stations.isEmpty())
                .flatMap(stations ->
                        work.request(campaign.id())
                                .map(payload -> request(campaign, payload))
                                .flatMapMany(request ->
                                        Flux.fromIterable(stations)
                                                .flatMap(
                                                        station -> send(campaign, request, station),
                                                        AT_ONCE))
                                .filter(taken -> taken)
                                .count());
    }

    private static Request<?> request(StoredCampaign campaign, byte[] payload) {
        return (Request<?>) CODEC.readPayload(campaign.action().requestType(), payload);
    }

    /** True when the station has had its turn. */
    private Mono<Boolean> send(StoredCampaign campaign, Request<?> request, String station) {
        UUID id = campaign.id();
        return work.take(id, station)
                .filter(taken -> taken)
                .flatMap(_ ->
                        commands.send(
                                new StationKey(campaign.tenant(), station),
                                request,
                                campaign.options(),
                                campaign.createdBy()))
                .flatMap(command -> work.sent(id, station, command).thenReturn(true))
                .as(transaction::transactional)
                .onErrorResume(
                        failure -> !mayPass(failure), failure -> notSent(id, station, failure))
                .defaultIfEmpty(false);
    }

    private static boolean mayPass(Throwable failure) {
        return failure instanceof QueryFailed || TransientErrors.isTransient(failure);
    }

    private Mono<Boolean> notSent(UUID campaign, String station, Throwable failure) {
        String why =
                switch (failure) {
                    case RuleViolation rule -> rule.requirement() + ": " + rule.getMessage();
                    case Problem problem ->
                            Objects.requireNonNullElse(problem.getBody().getDetail(), "refused");
                    default -> {
                        log.error("campaign {} could not send to {}", campaign, station, failure);
                        yield "It could not be sent";
                    }
                };
        return work.notSent(campaign, station, why)
                .doOnNext(counted -> metrics.ended(StationState.NOT_SENT));
    }

    @Override
    public void start() {
        running = Background.every(PAUSE, this::turn);
    }

    @Override
    public void stop() {
        Background open = running;
        if (open != null) {
            open.close();
            running = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
