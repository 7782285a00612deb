/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.certificate;

import io.micrometer.core.instrument.MeterRegistry;
import io.ohmnibus.auth.authority.Authorities;
import io.ohmnibus.auth.authority.Csr;
import io.ohmnibus.auth.authority.InvalidRequest;
import io.ohmnibus.auth.authority.IssuedChain;
import io.ohmnibus.auth.authority.SigningOrder;
import io.ohmnibus.auth.authority.SigningRefused;
import io.ohmnibus.auth.certificate.StationCertificate.Status;
import io.ohmnibus.auth.certificate.StationCertificates.Due;
import io.ohmnibus.auth.certificate.StationCertificates.Signed;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Has accepted requests signed, and certificates delivered that have not arrived. What is done is
 * leased first, so that several instances share the work and a crash only delays it.
 */
@Component
class SigningRound {

    private static final Logger log = LoggerFactory.getLogger(SigningRound.class);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int AT_A_TIME = 16;
    private static final int MOST_ATTEMPTS = 10;

    private final StationCertificates certificates;
    private final Authorities authorities;
    private final Delivery delivery;
    private final Clock clock;
    private final MeterRegistry meters;

    SigningRound(
            StationCertificates certificates,
            Authorities authorities,
            Delivery delivery,
            Clock clock,
            MeterRegistry meters) {
        this.certificates = certificates;
        this.authorities = authorities;
        this.delivery = delivery;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * How many requests and certificates were taken up. Called once, subscribed to again and again.
     */
    @Scheduled(initialDelayString = "PT1S", fixedDelayString = "PT0.5S")
    Mono<Long> run() {
        return Mono.defer(this::lease)
                .flatMapIterable(due -> due)
                .flatMap(due -> takeUp(due).thenReturn(due), AT_A_TIME)
                .count();
    }

    private Mono<List<Due>> lease() {
        Instant now = clock.instant();
        return certificates.lease(now, now.plus(LEASE), AT_A_TIME).collectList();
    }

    private Mono<Void> takeUp(Due due) {
        Mono<Void> work = due.status() == Status.REQUESTED ? sign(due) : delivery.again(due);
        return work.onErrorResume(failure -> failed(due, failure));
    }

    private Mono<Void> sign(Due due) {
        return Mono.fromCallable(() -> order(due))
                .flatMap(order ->
                        authorities
                                .of(due.use())
                                .orElseThrow(() -> new SigningRefused("There is no authority"))
                                .sign(order)
                                .map(chain -> checked(order, chain)))
                .flatMap(signed -> delivery.first(due, signed))
                .doOnSuccess(_ -> count("signed"));
    }

    private static SigningOrder order(Due due) {
        try {
            return new SigningOrder(
                    due.station(), due.use(), Csr.parse(due.csr()), due.commonName());
        } catch (InvalidRequest e) {
            throw new SigningRefused(e.text()); // it was right when it was kept
        }
    }

    private Signed checked(SigningOrder order, List<X509Certificate> chain) {
        IssuedChain.check(order, chain, clock.instant());
        Signed signed = Signed.of(chain);
        if (String.valueOf(signed.chain()).length() > Delivery.LONGEST_CHAIN) {
            throw new SigningRefused("The certificate chain is too long for OCPP");
        }
        return signed;
    }

    private Mono<Void> failed(Due due, Throwable failure) {
        String reason = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        log.warn("the certificate of {} waits or fails: {}", due.station(), reason);
        boolean forGood =
                failure instanceof SigningRefused
                        || (due.status() == Status.REQUESTED && due.attempts() >= MOST_ATTEMPTS);
        if (!forGood) {
            return certificates.retry(
                    due.id(), clock.instant().plus(Delivery.pause(due.attempts())), reason);
        }
        count("failed");
        return certificates.move(due.id(), Status.FAILED, reason, clock.instant());
    }

    private void count(String outcome) {
        meters.counter("ohmnibus.certificates.signing", "outcome", outcome).increment();
    }
}
