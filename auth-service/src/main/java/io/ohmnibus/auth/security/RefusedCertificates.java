/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.security;

import io.ohmnibus.auth.credentials.Credentials;
import io.ohmnibus.contracts.gateway.RefusedHandshake;
import io.ohmnibus.platform.ocpp.StationKey;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Makes a security event of every certificate that a gateway refuses (A00.FR.408), if it was
 * brought for a station that exists: others could fill the table.
 */
@Component
final class RefusedCertificates {

    /** What gateways say of certificates. */
    private static final Set<String> REASONS =
            Set.of(
                    "NO_CERTIFICATE",
                    "OTHER_CERTIFICATE",
                    "OTHER_ORGANIZATION",
                    "EXPIRED_CERTIFICATE",
                    "UNTRUSTED_CERTIFICATE",
                    "REVOKED_CERTIFICATE",
                    "REVOCATION_UNKNOWN");

    private final Credentials credentials;
    private final OwnSecurityEvents events;
    private final TransactionalOperator transaction;

    RefusedCertificates(
            Credentials credentials, OwnSecurityEvents events, TransactionalOperator transaction) {
        this.credentials = credentials;
        this.events = events;
        this.transaction = transaction;
    }

    Mono<Void> on(RefusedHandshake refused) {
        String tenant = refused.tenant();
        if (tenant == null || refused.station().isEmpty() || !REASONS.contains(refused.reason())) {
            return Mono.empty();
        }
        StationKey station = new StationKey(tenant, refused.station());
        return credentials
                .find(station)
                .flatMap(_ ->
                        events.add(station, OwnSecurityEvents.INVALID_CERTIFICATE, text(refused)))
                .as(transaction::transactional);
    }

    private static String text(RefusedHandshake refused) {
        String address = refused.address();
        int port = address.lastIndexOf(':');
        return refused.reason()
                + (refused.detail().isEmpty() ? "" : ": " + refused.detail())
                + ", from "
                + (port < 0 ? address : address.substring(0, port));
    }
}
