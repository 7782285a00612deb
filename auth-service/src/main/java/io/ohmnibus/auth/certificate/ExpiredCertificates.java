/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.certificate;

import io.ohmnibus.auth.connection.ConnectionStep;
import io.ohmnibus.auth.credentials.Credentials;
import io.ohmnibus.auth.security.OwnSecurityEvents;
import io.ohmnibus.contracts.auth.StationCredentials;
import io.ohmnibus.contracts.gateway.StationAuthentication;
import io.ohmnibus.platform.ocpp.RuleViolation;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.web.Problem;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Lets single stations come with a certificate that has expired, for some time and so that it can
 * be renewed at once (A00.FR.429). Every step of that is a security event.
 */
@Component
@Order(1)
final class ExpiredCertificates implements ConnectionStep {

    private final Credentials credentials;
    private final ConnectionCertificates connections;
    private final CertificateRenewals renewals;
    private final OwnSecurityEvents events;
    private final TransactionalOperator transaction;

    ExpiredCertificates(
            Credentials credentials,
            ConnectionCertificates connections,
            CertificateRenewals renewals,
            OwnSecurityEvents events,
            TransactionalOperator transaction) {
        this.credentials = credentials;
        this.connections = connections;
        this.renewals = renewals;
        this.events = events;
        this.transaction = transaction;
    }

    /** Accepts the known certificates of a station though they have expired, for that long. */
    Mono<StationCredentials> accept(StationKey station, Duration length, String by) {
        Instant until = credentials.now().plus(length);
        return require(station)
                .then(connections.valid(station, Instant.EPOCH))
                .filter(known -> !known.isEmpty())
                .switchIfEmpty(
                        Mono.error(() ->
                                new RuleViolation(
                                        "A00.FR.429", "no certificate of the station is known")))
                .then(
                        set(
                                station,
                                until,
                                "Expired certificates are accepted until " + until + ", by " + by))
                .as(transaction::transactional);
    }

    /** Accepts them no longer. */
    Mono<StationCredentials> end(StationKey station, String by) {
        return require(station)
                .filter(current -> current.expiredAcceptedUntil() != null)
                .flatMap(
                        _ -> set(station, null, "Expired certificates are refused again, by " + by))
                .switchIfEmpty(Mono.defer(() -> require(station)))
                .as(transaction::transactional);
    }

    private Mono<StationCredentials> require(StationKey station) {
        return credentials
                .lock(station)
                .switchIfEmpty(
                        Mono.error(() ->
                                Problem.notFound("There is no station " + station.stationId())));
    }

    private Mono<StationCredentials> set(StationKey station, @Nullable Instant until, String text) {
        return credentials
                .change(station, (c, at) -> c.expiredAcceptedUntil(until, at))
                .then(Mono.defer(() -> connections.publish(station)))
                .then(events.add(station, OwnSecurityEvents.RECONFIGURATION, text))
                .then(Mono.defer(() -> credentials.find(station)));
    }

    @Override
    public Mono<Void> connected(
            StationKey station, StationAuthentication authentication, Instant at) {
        String number = authentication.certificateSerialNumber();
        Instant expires = authentication.certificateExpiresAt();
        if (number == null || expires == null) {
            return Mono.empty();
        }
        return credentials
                .lock(station)
                .flatMap(current ->
                        expires.isAfter(at)
                                ? renewed(station, current)
                                : renew(station, number, expires, at));
    }

    /** The purpose is reached. */
    private Mono<Void> renewed(StationKey station, StationCredentials current) {
        return current.expiredAcceptedUntil() == null
                ? Mono.empty()
                : set(
                                station,
                                null,
                                "Expired certificates are refused again: the station has a valid one")
                        .then();
    }

    private Mono<Void> renew(StationKey station, String number, Instant expired, Instant at) {
        String text = "EXPIRED_CERTIFICATE accepted: " + number + " until " + expired;
        return connections
                .takeUpForRenewal(station, number, at, credentials.now())
                .filter(first -> first)
                .flatMap(_ ->
                        events.add(station, OwnSecurityEvents.INVALID_CERTIFICATE, text)
                                .then(renewals.ask(station)));
    }
}
