/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.certificate;

import io.ohmnibus.auth.authority.CertificateUse;
import io.ohmnibus.auth.certificate.StationCertificates.Due;
import io.ohmnibus.auth.certificate.StationCertificates.Signed;
import io.ohmnibus.auth.credentials.Credentials;
import io.ohmnibus.ocpp.message.CertificateSignedRequest;
import io.ohmnibus.ocpp.type.CertificateSigningUseEnum;
import io.ohmnibus.platform.command.CommandOptions;
import io.ohmnibus.platform.command.Commands;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Sends certificates to their stations; they are valid before they leave. */
@Component
final class Delivery {

    /** What fits into CertificateSigned. */
    static final int LONGEST_CHAIN = 10_000;

    private static final CommandOptions WHEN_IT_IS_THERE =
            new CommandOptions(Duration.ofDays(1), true);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final int MOST_DOUBLINGS = 7;

    private final StationCertificates certificates;
    private final ConnectionCertificates connections;
    private final Credentials credentials;
    private final Commands commands;
    private final TransactionalOperator transaction;

    Delivery(
            StationCertificates certificates,
            ConnectionCertificates connections,
            Credentials credentials,
            Commands commands,
            TransactionalOperator transaction) {
        this.certificates = certificates;
        this.connections = connections;
        this.credentials = credentials;
        this.commands = commands;
        this.transaction = transaction;
    }

    /** The time before the next attempt: 5 s, 10 s and so on, up to about 10 minutes. */
    static Duration pause(int attempts) {
        return FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
    }

    /** Keeps a certificate and sends it, unless nobody waits for it any more. */
    Mono<Void> first(Due due, Signed signed) {
        return credentials
                .lock(due.station())
                .then(certificates.issued(due.id(), signed, credentials.now()))
                .filter(waiting -> waiting)
                .delayUntil(_ ->
                        due.use() == CertificateUse.CHARGING_STATION
                                ? connections.publish(due.station())
                                : Mono.empty())
                .flatMap(_ -> send(due, signed.chain()))
                .as(transaction::transactional);
    }

    /** Sends a certificate once more. */
    Mono<Void> again(Due due) {
        return certificates
                .retry(due.id(), null, "Delivery " + due.attempts())
                .then(send(due, due.chain()))
                .as(transaction::transactional);
    }

    private Mono<Void> send(Due due, @Nullable String chain) {
        CertificateSignedRequest request =
                new CertificateSignedRequest(
                        String.valueOf(chain),
                        type(due.certificateType()), // A02.FR.14
                        due.requestId(), // A02.FR.25
                        null);
        return commands.send(due.station(), request, WHEN_IT_IS_THERE).then();
    }

    private static @Nullable CertificateSigningUseEnum type(@Nullable String wireName) {
        return Arrays.stream(CertificateSigningUseEnum.values())
                .filter(type -> type.wireName().equals(wireName))
                .findFirst()
                .orElse(null);
    }
}
