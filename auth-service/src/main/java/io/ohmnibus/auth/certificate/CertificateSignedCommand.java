/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.certificate;

import io.micrometer.core.instrument.MeterRegistry;
import io.ohmnibus.auth.authority.CertificateUse;
import io.ohmnibus.auth.authority.Certificates;
import io.ohmnibus.auth.authority.SigningRefused;
import io.ohmnibus.auth.certificate.StationCertificate.Status;
import io.ohmnibus.auth.certificate.StationCertificates.Due;
import io.ohmnibus.auth.credentials.Credentials;
import io.ohmnibus.ocpp.message.CertificateSignedRequest;
import io.ohmnibus.ocpp.message.CertificateSignedResponse;
import io.ohmnibus.ocpp.type.CertificateSignedStatusEnum;
import io.ohmnibus.ocpp.type.StatusInfo;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.PreparingCommandHandler;
import io.ohmnibus.platform.ocpp.RuleViolation;
import io.ohmnibus.platform.ocpp.Rules;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.ocpp.UseCase;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Delivers certificates that were signed for the station, and remembers what it says to them. */
@UseCase({"A02", "A03"})
final class CertificateSignedCommand
        implements PreparingCommandHandler<CertificateSignedRequest, CertificateSignedResponse> {

    private static final int MOST_DELIVERIES = 6;

    private static final Rules<CertificateSignedRequest> RULES =
            new Rules<CertificateSignedRequest>()
                    .require(
                            "A00.FR.507",
                            "certificateChain holds certificates in PEM",
                            CertificateSignedCommand::isReadable);

    private final StationCertificates certificates;
    private final ConnectionCertificates connections;
    private final Credentials credentials;
    private final MeterRegistry meters;

    CertificateSignedCommand(
            StationCertificates certificates,
            ConnectionCertificates connections,
            Credentials credentials,
            MeterRegistry meters) {
        this.certificates = certificates;
        this.connections = connections;
        this.credentials = credentials;
        this.meters = meters;
    }

    @Override
    public Rules<CertificateSignedRequest> rules() {
        return RULES;
    }

    /** A certificate that the gateways do not know would lock the station out. */
    @Override
    public Mono<CertificateSignedRequest> prepare(
            StationKey station, CertificateSignedRequest request) {
        return rules().check(request)
                .then(Mono.defer(() -> find(station, request)))
                .switchIfEmpty(
                        Mono.error(() ->
                                new RuleViolation(
                                        "A00.FR.405",
                                        "the certificate was not signed for this station")))
                .thenReturn(request);
    }

    private static boolean isReadable(CertificateSignedRequest request) {
        try {
            return !Certificates.parse(request.certificateChain()).isEmpty();
        } catch (SigningRefused _) {
            return false;
        }
    }

    private Mono<Due> find(StationKey station, CertificateSignedRequest request) {
        return Mono.fromCallable(() ->
                        Certificates.serialNumber(
                                Certificates.parse(request.certificateChain()).getFirst()))
                .flatMap(number -> connections.find(station, number));
    }

    @Override
    public Mono<Void> completed(
            StationKey station,
            CertificateSignedRequest request,
            Outcome<CertificateSignedResponse> outcome) {
        return credentials
                .lock(station)
                .then(find(station, request))
                .filter(due -> due.status() == Status.ISSUED)
                .flatMap(due -> ended(due, outcome));
    }

    private Mono<Void> ended(Due due, Outcome<CertificateSignedResponse> outcome) {
        return switch (outcome) {
            case Outcome.Answered<CertificateSignedResponse>(var answer)
                    when answer.status() == CertificateSignedStatusEnum.ACCEPTED ->
                    move(due, Status.INSTALLED, null);
            case Outcome.Answered<CertificateSignedResponse>(var answer) ->
                    move(due, Status.REJECTED, text(answer.statusInfo()));
            case Outcome.Refused<CertificateSignedResponse>(var error) ->
                    again(due, error.code().wireName() + ": " + error.description());
            case Outcome.TimedOut<CertificateSignedResponse> _ ->
                    again(due, "The station did not answer in time");
            case Outcome.Offline<CertificateSignedResponse> _ ->
                    again(due, "The station was not connected");
        };
    }

    private static String text(@Nullable StatusInfo info) {
        if (info == null) {
            return "Rejected";
        }
        String more = info.additionalInfo();
        return more == null ? info.reasonCode() : info.reasonCode() + ": " + more;
    }

    private Mono<Void> again(Due due, String reason) {
        if (due.attempts() >= MOST_DELIVERIES) {
            return move(due, Status.FAILED, reason);
        }
        Instant at = credentials.now().plus(Delivery.pause(due.attempts()));
        return certificates.retry(due.id(), at, reason);
    }

    private Mono<Void> move(Due due, Status to, @Nullable String reason) {
        meters.counter("ohmnibus.certificates.deliveries", "outcome", to.text()).increment();
        Mono<Void> moved = certificates.move(due.id(), to, reason, credentials.now());
        return due.use() == CertificateUse.CHARGING_STATION
                ? moved.then(connections.publish(due.station()))
                : moved;
    }
}
