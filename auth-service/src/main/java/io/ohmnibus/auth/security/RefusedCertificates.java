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

    /** TLS failed for it; the station is known by the name in the certificate alone. */
    private static final String UNTRUSTED = "CLIENT_CERTIFICATE";

    /** What gateways say of certificates. */
    private static final Set<String> REASONS =
            Set.of(
                    UNTRUSTED,
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
        return station(tenant, refused)
                .flatMap(station ->
                        events.add(station, OwnSecurityEvents.INVALID_CERTIFICATE, text(refused)))
                .as(transaction::transactional);
    }

    private Mono<StationKey> station(String tenant, RefusedHandshake refused) {
        StationKey claimed = new StationKey(tenant, refused.station());
        return refused.reason().equals(UNTRUSTED)
                ? credentials.named(tenant, refused.station())
                : credentials.find(claimed).map(_ -> claimed);
    }

    /** Anybody can bring as many different ones as he likes that are not trusted. */
    private static boolean says(RefusedHandshake refused) {
        return !refused.detail().isEmpty() && !refused.reason().equals(UNTRUSTED);
    }

    private static String text(RefusedHandshake refused) {
        String address = refused.address();
        int port = address.lastIndexOf(':');
        return refused.reason()
                + (says(refused) ? ": " + refused.detail() : "")
                + ", from "
                + (port < 0 ? address : address.substring(0, port));
    }
}
