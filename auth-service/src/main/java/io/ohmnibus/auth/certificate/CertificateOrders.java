/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.certificate;

import io.ohmnibus.auth.authority.CertificateUse;
import io.ohmnibus.auth.authority.Certificates;
import io.ohmnibus.auth.authority.SigningRefused;
import io.ohmnibus.auth.certificate.CertificateResource.Asked;
import io.ohmnibus.auth.certificate.StationCertificate.Status;
import io.ohmnibus.auth.certificate.StationCertificates.Signed;
import io.ohmnibus.auth.credentials.Credentials;
import io.ohmnibus.contracts.auth.StationCredentials;
import io.ohmnibus.ocpp.message.TriggerMessageRequest;
import io.ohmnibus.ocpp.type.EVSE;
import io.ohmnibus.ocpp.type.MessageTriggerEnum;
import io.ohmnibus.platform.command.CommandOptions;
import io.ohmnibus.platform.command.Commands;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.web.Problem;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** What operators do with the certificates of stations. */
@Component
final class CertificateOrders {

    private static final CommandOptions OPTIONS = new CommandOptions(Duration.ofHours(1), true);

    private final StationCertificates certificates;
    private final ConnectionCertificates connections;
    private final Credentials credentials;
    private final Commands commands;
    private final TransactionalOperator transaction;

    CertificateOrders(
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

    private Mono<StationCredentials> require(StationKey station) {
        return credentials
                .lock(station)
                .switchIfEmpty(
                        Mono.error(() ->
                                Problem.notFound("There is no station " + station.stationId())));
    }

    /** Makes a certificate that others have signed valid for a station; gives its number. */
    Mono<String> add(StationKey station, String pem) {
        return Mono.fromCallable(() -> Signed.of(Certificates.parse(pem)))
                .onErrorMap(
                        SigningRefused.class,
                        e -> Problem.badRequest("certificate", String.valueOf(e.getMessage())))
                .filter(signed -> signed.notAfter().isAfter(credentials.now()))
                .switchIfEmpty(Mono.error(() -> Problem.badRequest("certificate", "has expired")))
                .flatMap(signed ->
                        require(station)
                                .then(
                                        connections.addForeign(
                                                station, signed, "Imported", credentials.now()))
                                .then(connections.publish(station))
                                .thenReturn(signed.serialNumber()))
                .as(transaction::transactional);
    }

    /** Asks a station for a signing request (A02). */
    Mono<Asked> renew(StationKey station, CertificateUse use, @Nullable Integer evseId) {
        MessageTriggerEnum trigger =
                switch (use) {
                    case CHARGING_STATION -> MessageTriggerEnum.SIGN_CHARGING_STATION_CERTIFICATE;
                    case V2G -> MessageTriggerEnum.SIGN_V2G_CERTIFICATE;
                    case V2G20 -> MessageTriggerEnum.SIGN_V2G20_CERTIFICATE;
                };
        EVSE evse = evseId == null ? null : new EVSE(evseId, null, null);
        return require(station)
                .then(
                        commands.send(
                                station,
                                new TriggerMessageRequest(evse, trigger, null, null),
                                OPTIONS))
                .map(id -> new Asked(id, credentials.now().plus(OPTIONS.deadline())))
                .as(transaction::transactional);
    }

    /** Takes a certificate back; nothing happens when there is none with that number. */
    Mono<Void> revoke(StationKey station, String serialNumber, String reason) {
        return require(station)
                .then(connections.find(station, serialNumber))
                .filter(found -> found.status() != Status.REVOKED)
                .flatMap(found ->
                        certificates
                                .move(found.id(), Status.REVOKED, reason, credentials.now())
                                .then(
                                        found.use() == CertificateUse.CHARGING_STATION
                                                ? connections.publish(station)
                                                : Mono.empty()))
                .as(transaction::transactional);
    }
}
