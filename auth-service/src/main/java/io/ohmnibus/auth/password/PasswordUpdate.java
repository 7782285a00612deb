/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.password;

import io.ohmnibus.auth.connection.ConnectionStep;
import io.ohmnibus.auth.credentials.Credentials;
import io.ohmnibus.auth.password.PasswordChange.Status;
import io.ohmnibus.auth.variable.StationVariable;
import io.ohmnibus.contracts.auth.StationCredentials;
import io.ohmnibus.contracts.gateway.StationAuthentication;
import io.ohmnibus.platform.command.CommandOptions;
import io.ohmnibus.platform.command.Commands;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.security.StationPasswords;
import io.ohmnibus.platform.web.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The course of a password change: begins it, and ends it by what the station uses when it
 * connects. Credentials are always locked before the change.
 */
@Component
final class PasswordUpdate implements ConnectionStep {

    /** Where a station keeps its password (A01.FR.01). */
    static final StationVariable VARIABLE =
            new StationVariable("SecurityCtrlr", "BasicAuthPassword");

    private final Credentials credentials;
    private final PasswordChanges changes;
    private final Commands commands;
    private final StationPasswords passwords;

    PasswordUpdate(
            Credentials credentials,
            PasswordChanges changes,
            Commands commands,
            StationPasswords passwords) {
        this.credentials = credentials;
        this.changes = changes;
        this.commands = commands;
        this.passwords = passwords;
    }

    /**
     * What an operator wants.
     *
     * @param password null has one made (A01.FR.07)
     * @param within how long the station may take to get it
     */
    record Wish(@Nullable String password, Duration within, String requestedBy) {}

    /** Accepts a new password beside the old one and sends it, in the current transaction. */
    Mono<PasswordChange> begin(StationKey station, Wish wish) {
        String chosen = wish.password();
        String password = chosen == null ? passwords.generate() : chosen;
        return credentials
                .lock(station)
                .switchIfEmpty(
                        Mono.error(() ->
                                Problem.notFound("There is no station " + station.stationId())))
                .delayUntil(before -> requireNoneOpen(station, before))
                .flatMap(_ ->
                        credentials.change(
                                station, (c, now) -> c.nextPassword(passwords.hash(password), now)))
                .map(changed -> change(station, wish, changed.changedAt()))
                .delayUntil(change -> changes.add(station.tenant(), change))
                .delayUntil(_ ->
                        commands.send( // A01.FR.02
                                station,
                                VARIABLE.setTo(password),
                                new CommandOptions(wish.within(), true)));
    }

    /** A station that was registered anew meanwhile has left its change behind. */
    private Mono<Void> requireNoneOpen(StationKey station, StationCredentials before) {
        if (before.nextPasswordHash() == null) {
            return move(station, Status.CANCELLED, "The station was registered anew");
        }
        return changes.open(station)
                .flatMap(open ->
                        Mono.error(
                                Problem.conflict(
                                        "The change "
                                                + open.id()
                                                + " has not ended: "
                                                + open.status().text())));
    }

    private static PasswordChange change(StationKey station, Wish wish, Instant now) {
        return new PasswordChange(
                UUID.randomUUID(),
                station.stationId(),
                Status.PENDING,
                null,
                wish.requestedBy(),
                now,
                now.plus(wish.within()),
                null,
                null);
    }

    /** Whether it is the password of the change that is under way. */
    boolean isNext(StationCredentials current, String password) {
        String next = current.nextPasswordHash();
        return next != null && passwords.matches(password.getBytes(StandardCharsets.UTF_8), next);
    }

    /** The station is known to have the new password; the old one ends (A01.FR.03). */
    Mono<Void> confirm(StationKey station) {
        return end(
                station,
                Status.CONFIRMED,
                null,
                credentials.change(station, StationCredentials::passwordChanged));
    }

    /** The station is known not to have the new password; the old one stays (A01.FR.04). */
    Mono<Void> giveUp(StationKey station, Status status, @Nullable String reason) {
        return end(
                station,
                status,
                reason,
                credentials.change(station, (c, now) -> c.nextPassword(null, now)));
    }

    private Mono<Void> end(
            StationKey station,
            Status status,
            @Nullable String reason,
            Mono<StationCredentials> changed) {
        return changed.flatMap(c -> changes.move(station, status, reason, c.changedAt()));
    }

    /** Changes nothing about what is accepted. */
    Mono<Void> move(StationKey station, Status status, @Nullable String reason) {
        return changes.move(station, status, reason, credentials.now());
    }

    /** An operator knows better. */
    Mono<Void> cancel(StationKey station, String by) {
        return credentials
                .lock(station)
                .then(changes.open(station))
                .switchIfEmpty(
                        Mono.error(() -> Problem.notFound("No change of a password is under way")))
                .flatMap(_ -> giveUp(station, Status.CANCELLED, "by " + by));
    }

    @Override
    public Mono<Void> connected(
            StationKey station, StationAuthentication authentication, Instant at) {
        if (authentication.securityProfile() == 3) {
            return Mono.empty(); // says nothing about passwords
        }
        return credentials
                .lock(station)
                .then(changes.open(station))
                .filter(change -> at.isAfter(change.requestedAt()))
                .flatMap(change ->
                        authentication.nextPassword()
                                ? confirm(station)
                                : connectedWithTheOldOne(station, change, at));
    }

    private Mono<Void> connectedWithTheOldOne(
            StationKey station, PasswordChange change, Instant at) {
        Instant answered = change.answeredAt();
        boolean couldHaveUsedIt =
                change.status() == Status.UNCONFIRMED && answered != null && at.isAfter(answered);
        return couldHaveUsedIt
                ? giveUp(station, Status.NOT_APPLIED, change.reason())
                : Mono.empty();
    }
}
