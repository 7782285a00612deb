/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.tls;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Whether the certificate of a station was revoked (A00.FR.702, A00.FR.705), asked on threads of
 * its own: lists on disk first, then the OCSP responders and then the lists that it names. Of the
 * authorities between it and the one that is trusted, those are asked after that name a place.
 */
@Component
public final class Revocation implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Revocation.class);
    private static final int THREADS = 8;
    private static final int WAITING = 10_000;
    private static final int REMEMBERED = 200_000;

    /** What is known. */
    public enum Status {
        GOOD,
        REVOKED,
        /** The certificate names no place to ask, and no list on disk is of its issuer. */
        NO_SOURCE,
        /** Nobody answers, or not with something that can be believed. */
        UNKNOWN
    }

    private final RevocationProperties properties;
    private final ServerTls tls;
    private final AuthorityClient client;
    private final RevocationLists lists;
    private final Cache<X509Certificate, Status> known;
    private final Scheduler threads =
            Schedulers.newBoundedElastic(THREADS, WAITING, "revocation", 60, true);

    Revocation(RevocationProperties properties, ServerTls tls) {
        this.properties = properties;
        this.tls = tls;
        this.client = new AuthorityClient(properties.timeout(), properties.allowPrivateAddresses());
        this.lists = new RevocationLists(properties.crlFiles(), client, properties.cache());
        this.known =
                Caffeine.newBuilder()
                        .expireAfterWrite(properties.cache())
                        .maximumSize(REMEMBERED)
                        .build();
    }

    /** What is known about the certificate; never fails. */
    public Mono<Status> check(StationCertificate certificate) {
        if (properties.mode() == RevocationProperties.Mode.OFF) {
            return Mono.just(Status.GOOD);
        }
        return Mono.fromCallable(() -> path(certificate))
                .subscribeOn(threads)
                .onErrorResume(failure -> {
                    log.warn("Nothing is known about {}", certificate.names(), failure);
                    return Mono.just(Status.UNKNOWN);
                })
                .map(this::tolerated);
    }

    private Status tolerated(Status status) {
        boolean tolerant = properties.mode() == RevocationProperties.Mode.TOLERANT;
        return tolerant && status != Status.REVOKED ? Status.GOOD : status;
    }

    private Status path(StationCertificate certificate) throws GeneralSecurityException {
        List<X509Certificate> path = RevocationPaths.build(certificate.chain(), tls.anchors());
        for (int i = path.size() - 2; i > 0; i--) {
            Status authority = one(path.get(i), path.get(i + 1));
            if (authority != Status.GOOD && authority != Status.NO_SOURCE) {
                return authority;
            }
        }
        return one(path.get(0), path.get(1));
    }

    /** Only what is certain is remembered, and good only as long as the rest of the cache. */
    private Status one(X509Certificate certificate, X509Certificate issuer) {
        Status before = known.getIfPresent(certificate);
        if (before != null) {
            return before;
        }
        Status now = ask(certificate, issuer);
        if (now == Status.GOOD || now == Status.REVOKED) {
            known.put(certificate, now);
        }
        return now;
    }

    private Status ask(X509Certificate certificate, X509Certificate issuer) {
        RevocationSources sources = RevocationSources.of(certificate);
        List<X509CRL> onDisk = lists.onDisk(certificate.getIssuerX500Principal());
        if (sources.none() && onDisk.isEmpty()) {
            return Status.NO_SOURCE;
        }
        Status status =
                onDisk.isEmpty()
                        ? Status.UNKNOWN
                        : answer(
                                "lists on disk",
                                () -> RevocationPaths.byLists(certificate, issuer, onDisk));
        for (URI place : sources.ocsp()) {
            status = status == Status.UNKNOWN ? ocsp(place, certificate, issuer) : status;
        }
        for (URI place : sources.crls()) {
            status = status == Status.UNKNOWN ? list(place, certificate, issuer) : status;
        }
        return status;
    }

    private Status ocsp(URI place, X509Certificate certificate, X509Certificate issuer) {
        return answer(
                place.toString(),
                () ->
                        RevocationPaths.byAnswer(
                                certificate,
                                issuer,
                                client.ocsp(place, OcspRequests.about(certificate, issuer))));
    }

    private Status list(URI place, X509Certificate certificate, X509Certificate issuer) {
        Status status =
                answer(
                        place.toString(),
                        () -> RevocationPaths.byLists(certificate, issuer, lists.at(place)));
        if (status == Status.UNKNOWN) {
            lists.forget(place); // it may have got too old
        }
        return status;
    }

    @FunctionalInterface
    private interface Question {
        Status ask() throws IOException, GeneralSecurityException;
    }

    private static Status answer(String place, Question question) {
        try {
            return question.ask();
        } catch (IOException | GeneralSecurityException e) {
            log.warn("{} cannot say whether a certificate was revoked: {}", place, e.toString());
            return Status.UNKNOWN;
        }
    }

    @Override
    public void destroy() {
        threads.dispose();
        client.close();
    }
}
