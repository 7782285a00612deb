/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.certificate;

import io.micrometer.core.instrument.MeterRegistry;
import io.ohmnibus.auth.authority.CertificateUse;
import io.ohmnibus.auth.authority.Csr;
import io.ohmnibus.auth.authority.InvalidRequest;
import io.ohmnibus.auth.credentials.Credentials;
import io.ohmnibus.contracts.auth.StationCredentials;
import io.ohmnibus.ocpp.message.SignCertificateRequest;
import io.ohmnibus.ocpp.message.SignCertificateResponse;
import io.ohmnibus.ocpp.type.CertificateSigningUseEnum;
import io.ohmnibus.ocpp.type.GenericStatusEnum;
import io.ohmnibus.ocpp.type.StatusInfo;
import io.ohmnibus.platform.ocpp.CallHandler;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.ocpp.UseCase;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Takes signing requests of stations; what is right is signed later (A02.FR.11, A02.FR.12). */
@UseCase({"A02", "A03"})
final class SignCertificateHandler
        implements CallHandler<SignCertificateRequest, SignCertificateResponse> {

    private static final Logger log = LoggerFactory.getLogger(SignCertificateHandler.class);
    private static final Duration DAY = Duration.ofDays(1);

    private final SigningRules rules;
    private final Credentials credentials;
    private final StationCertificates certificates;
    private final VehicleNames vehicleNames;
    private final MeterRegistry meters;

    SignCertificateHandler(
            SigningRules rules,
            Credentials credentials,
            StationCertificates certificates,
            VehicleNames vehicleNames,
            MeterRegistry meters) {
        this.rules = rules;
        this.credentials = credentials;
        this.certificates = certificates;
        this.vehicleNames = vehicleNames;
        this.meters = meters;
    }

    /** Certificates for vehicles are issued to the SECCs that the station has reported. */
    @Override
    public Mono<? extends CallHandler<SignCertificateRequest, SignCertificateResponse>> prepare(
            Station station, SignCertificateRequest request) {
        return CertificateUse.of(request.certificateType()) == CertificateUse.CHARGING_STATION
                ? Mono.just(this)
                : vehicleNames
                        .of(station.key())
                        .map(names -> (caller, asked) -> limited(caller, asked, names));
    }

    @Override
    public Mono<SignCertificateResponse> handle(Station station, SignCertificateRequest request) {
        return credentials
                .lock(station.key())
                .map(known -> Set.of(name(station, known)))
                .defaultIfEmpty(Set.of())
                .flatMap(names -> limited(station, request, names));
    }

    private static String name(Station station, StationCredentials known) {
        String name = known.certificateName();
        return name == null ? station.id() : name;
    }

    /** A38: a station that asks again and again fills neither the table nor the authority. */
    private Mono<SignCertificateResponse> limited(
            Station station, SignCertificateRequest request, Set<String> names) {
        Instant now = credentials.now();
        return certificates
                .requestsSince(station.key(), now.minus(DAY))
                .flatMap(made ->
                        made >= rules.requestsPerDay()
                                ? Mono.just(rejected("TooManyRequests", "try again tomorrow"))
                                : checked(station, request, names));
    }

    private Mono<SignCertificateResponse> checked(
            Station station, SignCertificateRequest request, Set<String> names) {
        CertificateSigningUseEnum type = request.certificateType();
        StationCertificates.Request kept =
                new StationCertificates.Request(
                        station.key(),
                        CertificateUse.of(type),
                        type == null ? null : type.wireName(),
                        request.requestId(),
                        request.csr());
        try {
            Csr csr = rules.check(request, names);
            return accept(kept, csr.commonName().orElseThrow());
        } catch (InvalidRequest e) {
            log.warn("the signing request is refused: {}", e.text());
            return certificates
                    .add(kept, null, e.text(), credentials.now())
                    .thenReturn(rejected(e.reasonCode(), e.text()));
        }
    }

    private Mono<SignCertificateResponse> accept(StationCertificates.Request kept, String name) {
        Instant now = credentials.now();
        return certificates
                .repeated(kept, now)
                .filter(repeated -> !repeated)
                .flatMap(_ ->
                        certificates
                                .supersedeOpen(kept, name, now)
                                .then(certificates.add(kept, name, null, now)))
                .then(
                        Mono.fromSupplier(() -> {
                            count("accepted");
                            return new SignCertificateResponse(
                                    GenericStatusEnum.ACCEPTED, null, null);
                        }));
    }

    private SignCertificateResponse rejected(String reasonCode, String text) {
        count("rejected");
        return new SignCertificateResponse(
                GenericStatusEnum.REJECTED, new StatusInfo(reasonCode, text, null), null);
    }

    private void count(String answer) {
        meters.counter("ohmnibus.certificates.requests", "answer", answer).increment();
    }
}
