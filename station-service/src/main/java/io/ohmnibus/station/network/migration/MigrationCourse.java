/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.network.migration;

import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.type.OperationalStatusEnum;
import io.ohmnibus.platform.command.CommandObserver;
import io.ohmnibus.platform.command.CommandOptions;
import io.ohmnibus.platform.command.Commands;
import io.ohmnibus.platform.command.EndedCommand;
import io.ohmnibus.platform.ocpp.RuleViolation;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.station.network.KnownNetwork;
import io.ohmnibus.station.network.migration.Migration.Status;
import io.ohmnibus.station.network.migration.Migration.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * The course of a migration. The old profile stays behind the new one in the station's order, so
 * that it finds back; when it does, the order is put back and the migration has failed.
 */
@UseCase("B10")
final class MigrationCourse implements CommandObserver {

    private static final Duration DAY = Duration.ofDays(1);

    private final Migrations migrations;
    private final Commands commands;
    private final TransactionalOperator transaction;
    private final Clock clock;

    MigrationCourse(
            Migrations migrations,
            Commands commands,
            TransactionalOperator transaction,
            Clock clock) {
        this.migrations = migrations;
        this.commands = commands;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What an operator wants. */
    record Wish(
            int slot, boolean closeFirst, Duration settle, Duration within, String requestedBy) {}

    /** Begins a migration; 409 when another one of the station is under way. */
    Mono<Migration> begin(StationKey station, Wish wish) {
        Instant now = clock.instant();
        Migration migration =
                new Migration(
                        UUID.randomUUID(),
                        station.stationId(),
                        wish.slot(),
                        wish.closeFirst(),
                        Math.toIntExact(wish.settle().toSeconds()),
                        Status.RUNNING,
                        Step.READ_NETWORK,
                        null,
                        null,
                        null,
                        wish.requestedBy(),
                        now,
                        now,
                        now.plus(wish.within()),
                        null);
        return migrations
                .add(station.tenant(), migration)
                .filter(added -> added)
                .switchIfEmpty(
                        Mono.error(
                                () -> Problem.conflict("A migration of this station is under way")))
                .then(Mono.defer(() -> ask(station, migration, Step.READ_NETWORK)))
                .thenReturn(migration)
                .as(transaction::transactional);
    }

    /** Begins a step; one that a rule forbids is the end. */
    private Mono<Void> send(StationKey station, Migration migration, Step step) {
        return ask(station, migration, step)
                .onErrorResume(
                        RuleViolation.class,
                        rule ->
                                giveUp(
                                        station,
                                        migration,
                                        "%s: %s, %s"
                                                .formatted(
                                                        step.text(),
                                                        rule.requirement(),
                                                        rule.getMessage())));
    }

    private Mono<Void> ask(StationKey station, Migration migration, Step step) {
        Duration left = Duration.between(clock.instant(), migration.deadline());
        Duration limit = left.isPositive() ? left : Duration.ofSeconds(1);
        return commands.send(
                        station,
                        MigrationStep.request(migration, step),
                        new CommandOptions(limit, true))
                .flatMap(
                        command -> migrations.step(migration.id(), step, command, clock.instant()));
    }

    @Override
    public Mono<Void> ended(EndedCommand command) {
        return migrations
                .lock(command.station())
                .filter(migration -> command.id().equals(migration.commandId()))
                .flatMap(migration ->
                        switch (MigrationStep.result(migration.step(), command.outcome())) {
                            case MigrationStep.Result.Done(var value) ->
                                    done(command.station(), migration, value);
                            case MigrationStep.Result.Again() ->
                                    migrations.step(
                                            migration.id(),
                                            migration.step(),
                                            null,
                                            clock.instant());
                            case MigrationStep.Result.Failed(var reason) ->
                                    giveUp(command.station(), migration, reason);
                        });
    }

    private Mono<Void> done(StationKey station, Migration migration, @Nullable String value) {
        return switch (migration.step()) {
            case READ_NETWORK -> read(station, migration, String.valueOf(value));
            case RESET -> migrations.step(migration.id(), Step.LEAVE, null, clock.instant());
            case CONFIRM -> confirm(station, migration, String.valueOf(value));
            case CLOSE, DRAIN, SET_PRIORITY, LEAVE ->
                    send(station, migration, migration.step().next());
        };
    }

    private Mono<Void> read(StationKey station, Migration migration, String priority) {
        String slot = Integer.toString(migration.slot());
        if (KnownNetwork.list(priority).indexOf(slot) == 0) {
            return giveUp(station, migration, "The station uses this profile first already");
        }
        Step next = migration.closeFirst() ? Step.CLOSE : Step.DRAIN;
        return migrations
                .priority(migration.id(), priority)
                .then(migrations.lock(station))
                .flatMap(known -> send(station, known, next));
    }

    /** The station is here again: by the new profile, or because that did not lead anywhere. */
    private Mono<Void> confirm(StationKey station, Migration migration, String active) {
        if (!active.strip().equals(Integer.toString(migration.slot()))) {
            return giveUp(station, migration, "The station came back by profile " + active);
        }
        return end(migration, Status.COMPLETED, "The station came by the new profile")
                .then(Mono.defer(() -> open(station, migration)));
    }

    /** Ends in favour of the old profile. */
    private Mono<Void> giveUp(StationKey station, Migration migration, String reason) {
        String before = migration.priority();
        Mono<Void> restored =
                migration.told() && before != null
                        ? later(station, MigrationStep.priority(before))
                        : Mono.empty();
        Mono<Void> opened =
                migration.step().compareTo(Step.CLOSE) >= 0
                        ? open(station, migration)
                        : Mono.empty();
        return end(migration, migration.told() ? Status.FELL_BACK : Status.FAILED, reason)
                .then(restored)
                .then(opened);
    }

    private Mono<Void> open(StationKey station, Migration migration) {
        return migration.closeFirst()
                ? later(station, MigrationStep.operational(OperationalStatusEnum.OPERATIVE))
                : Mono.empty();
    }

    private Mono<Void> later(StationKey station, Request<?> request) {
        return commands.send(station, request, new CommandOptions(DAY, true)).then();
    }

    private Mono<Void> end(Migration migration, Status status, String reason) {
        return migrations.end(migration.id(), status, reason, clock.instant());
    }

    /** The station has booted: it has left and is here again, or never left. */
    Mono<Void> booted(StationKey station, Instant at) {
        return migrations
                .lock(station)
                .filter(migration ->
                        migration.step() == Step.LEAVE
                                || (migration.step() == Step.RESET
                                        && at.isAfter(migration.stepAt())))
                .flatMap(migration -> send(station, migration, Step.CONFIRM));
    }

    /** The station has stayed away for so long that it is somewhere else. */
    Mono<Void> gone(StationKey station) {
        return migrations
                .lock(station)
                .filter(migration -> migration.step() == Step.LEAVE)
                .flatMap(migration ->
                        end(
                                migration,
                                Status.COMPLETED,
                                "The station has left and did not come back"))
                .as(transaction::transactional);
    }

    /** Asks again whether there is nothing left to deliver. */
    Mono<Void> drain(StationKey station) {
        return migrations
                .lock(station)
                .filter(migration ->
                        migration.step() == Step.DRAIN && migration.commandId() == null)
                .flatMap(migration -> send(station, migration, Step.DRAIN))
                .as(transaction::transactional);
    }

    /** Gives up what is under way. */
    Mono<Void> end(StationKey station, String reason) {
        return migrations
                .lock(station)
                .flatMap(migration -> giveUp(station, migration, reason))
                .as(transaction::transactional);
    }
}
