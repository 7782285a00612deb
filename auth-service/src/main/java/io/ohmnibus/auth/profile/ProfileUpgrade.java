/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.profile;

import io.ohmnibus.auth.connection.ConnectionStep;
import io.ohmnibus.auth.credentials.Credentials;
import io.ohmnibus.auth.profile.ProfileChange.Status;
import io.ohmnibus.auth.profile.ProfileChange.Step;
import io.ohmnibus.contracts.auth.StationCredentials;
import io.ohmnibus.contracts.gateway.StationAuthentication;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.platform.command.CommandOptions;
import io.ohmnibus.platform.command.Commands;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.web.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The course of a change; credentials are always locked before the change. */
@Component
final class ProfileUpgrade implements StepEnds, ConnectionStep {

    private static final Duration DAY = Duration.ofDays(1);

    private final Credentials credentials;
    private final ProfileChanges changes;
    private final StepCommands steps;
    private final Commands commands;

    ProfileUpgrade(
            Credentials credentials,
            ProfileChanges changes,
            StepCommands steps,
            Commands commands) {
        this.credentials = credentials;
        this.changes = changes;
        this.steps = steps;
        this.commands = commands;
    }

    /** What an operator wants; without a slot a free one is chosen. */
    record Wish(
            int toProfile,
            @Nullable Integer slot,
            String ocppInterface,
            Duration within,
            String requestedBy) {}

    /** Begins a change in the current transaction, when nothing stands against it. */
    Mono<ProfileChange> begin(StationKey station, Wish wish) {
        return credentials
                .lock(station)
                .switchIfEmpty(
                        Mono.error(() ->
                                Problem.notFound("There is no station " + station.stationId())))
                .doOnNext(current -> ProfileRules.check(current, wish.toProfile(), steps.csms()))
                .delayUntil(_ -> requireNoneOpen(station))
                .map(current -> change(station, current.securityProfile(), wish))
                .delayUntil(change -> changes.add(station.tenant(), change))
                .delayUntil(change -> send(station, change, change.step()));
    }

    private Mono<Void> requireNoneOpen(StationKey station) {
        return changes.open(station)
                .flatMap(open ->
                        Mono.error(
                                Problem.conflict(
                                        "The change "
                                                + open.id()
                                                + " has not ended: "
                                                + open.step().text())));
    }

    private ProfileChange change(StationKey station, int from, Wish wish) {
        Instant now = credentials.now();
        return new ProfileChange(
                UUID.randomUUID(),
                station.stationId(),
                from,
                wish.toProfile(),
                Status.RUNNING,
                from == 1 ? Step.INSTALL_ROOT : Step.READ_NETWORK,
                wish.slot(),
                wish.ocppInterface(),
                null,
                null,
                wish.requestedBy(),
                now,
                now,
                now.plus(wish.within()),
                null);
    }

    private Mono<Void> send(StationKey station, ProfileChange change, Step step) {
        Duration left = Duration.between(credentials.now(), change.deadline());
        Duration limit = left.isPositive() ? left : Duration.ofSeconds(1);
        Request<?> request = steps.of(change, step);
        return commands.send(station, request, new CommandOptions(limit, true)).then();
    }

    @Override
    public Mono<Void> ended(StationKey station, Request<?> request, StepOutcome outcome) {
        return credentials
                .lock(station)
                .then(changes.open(station))
                .filter(change -> isCommandOf(change, request))
                .flatMap(change ->
                        switch (outcome) {
                            case StepOutcome.Done _ -> goOn(station, change);
                            case StepOutcome.Network network -> read(station, change, network);
                            case StepOutcome.Failed(String reason) ->
                                    giveUp(station, change, reason);
                        });
    }

    private boolean isCommandOf(ProfileChange change, Request<?> request) {
        return change.step() != Step.CONNECT && steps.of(change, change.step()).equals(request);
    }

    private Mono<Void> read(StationKey station, ProfileChange change, StepOutcome.Network network) {
        if (change.toProfile() < change.fromProfile() && !network.downgrade()) { // A05.FR.10
            return giveUp(station, change, "The station does not allow to lower its profile");
        }
        Integer wished = change.slot();
        int slot = wished == null ? free(network.priority()) : wished;
        return changes.network(change.id(), network.priority(), slot)
                .then(changes.find(station, change.id()))
                .flatMap(known -> goOn(station, known));
    }

    private static int free(String priority) {
        List<String> taken = Arrays.stream(priority.split(",", -1)).map(String::strip).toList();
        int slot = 1;
        while (taken.contains(Integer.toString(slot))) {
            slot++;
        }
        return slot;
    }

    private Mono<Void> goOn(StationKey station, ProfileChange change) {
        Step next = change.step().next();
        Mono<Void> moved = changes.step(change.id(), next, credentials.now());
        if (next == Step.CONNECT) {
            return moved;
        }
        Mono<Void> accepted =
                next == Step.SET_PRIORITY ? accept(station, change.toProfile()) : Mono.empty();
        return moved.then(accepted).then(Mono.defer(() -> send(station, change, next)));
    }

    /** Both profiles from now on, or only the one in force. */
    private Mono<Void> accept(StationKey station, @Nullable Integer next) {
        return credentials.change(station, (c, now) -> c.nextSecurityProfile(next, now)).then();
    }

    /** Ends the change in favour of the old profile. */
    Mono<Void> giveUp(StationKey station, ProfileChange change, String reason) {
        boolean told = change.step().compareTo(Step.SET_PRIORITY) > 0;
        Status status = told ? Status.FELL_BACK : Status.FAILED;
        Mono<Void> ended = changes.end(change.id(), status, reason, credentials.now());
        return accept(station, null)
                .then(ended)
                .then(told ? restore(station, change) : Mono.empty());
    }

    /** The order of profiles as it was; nothing hangs on it, the old profile is in both. */
    private Mono<Void> restore(StationKey station, ProfileChange change) {
        return commands.send(
                        station,
                        StepCommands.PRIORITY.setTo(String.valueOf(change.priority())),
                        new CommandOptions(DAY, true))
                .then();
    }

    @Override
    public Mono<Void> connected(
            StationKey station, StationAuthentication authentication, Instant at) {
        return credentials
                .lock(station)
                .mapNotNull(StationCredentials::nextSecurityProfile) // none if registered anew
                .filter(next -> next == authentication.securityProfile())
                .flatMap(_ -> changes.open(station))
                .filter(change ->
                        change.step().mayConnect()
                                && change.toProfile() == authentication.securityProfile()
                                && at.isAfter(change.requestedAt()))
                .flatMap(change -> complete(station, change));
    }

    /** From now on no lower profile is accepted (A05.FR.07). */
    private Mono<Void> complete(StationKey station, ProfileChange change) {
        return credentials
                .change(station, (c, now) -> c.securityProfile(change.toProfile(), now))
                .then(changes.step(change.id(), Step.CONNECT, credentials.now()))
                .then(changes.end(change.id(), Status.COMPLETED, null, credentials.now()));
    }

    /** Gives up the change of a station that has taken too long. */
    Mono<Void> overdue(StationKey station) {
        return giveUpOpen(station, "The station did not do it in time");
    }

    /** An operator gives up. */
    Mono<Void> cancel(StationKey station, String by) {
        return giveUpOpen(station, "Given up by " + by);
    }

    private Mono<Void> giveUpOpen(StationKey station, String reason) {
        return credentials
                .lock(station)
                .then(changes.open(station))
                .flatMap(change -> giveUp(station, change, reason));
    }
}
