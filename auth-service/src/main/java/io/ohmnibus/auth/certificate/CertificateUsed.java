/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.certificate;

import io.ohmnibus.auth.certificate.StationCertificate.Status;
import io.ohmnibus.auth.certificate.StationCertificates.Due;
import io.ohmnibus.auth.certificate.StationCertificates.Signed;
import io.ohmnibus.auth.connection.ConnectionStep;
import io.ohmnibus.auth.credentials.Credentials;
import io.ohmnibus.contracts.auth.StationCredentials;
import io.ohmnibus.contracts.gateway.StationAuthentication;
import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Knows from the connections of a station which certificate it uses. */
@Component
final class CertificateUsed implements ConnectionStep {

    private final ConnectionCertificates connections;
    private final Credentials credentials;

    CertificateUsed(ConnectionCertificates connections, Credentials credentials) {
        this.connections = connections;
        this.credentials = credentials;
    }

    @Override
    public Mono<Void> connected(
            StationKey station, StationAuthentication authentication, Instant at) {
        String number = authentication.certificateSerialNumber();
        Instant expires = authentication.certificateExpiresAt();
        if (number == null || expires == null) {
            return Mono.empty();
        }
        Signed presented = new Signed(number, null, null, expires, null);
        return credentials
                .lock(station)
                .flatMap(current ->
                        connections
                                .addForeign(
                                        station,
                                        presented,
                                        "The station connected with it",
                                        credentials.now())
                                .then(connections.find(station, number))
                                .flatMap(due -> used(due, current, at)));
    }

    private Mono<Void> used(Due due, StationCredentials current, Instant at) {
        if (due.status() == Status.REVOKED) {
            return Mono.empty(); // the gateway had not heard of it
        }
        Mono<Void> used = connections.used(due.station(), due.id(), at, credentials.now());
        return current.certificates() == null
                ? used
                : used.then(connections.publish(due.station()));
    }
}
