/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.tls;

import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the OCSP responder says about a certificate of the server, to be shown to stations together
 * with it (RFC 6066, 8): they need not ask themselves. Nothing is shown that is not good and in its
 * time.
 */
final class Staple {

    private static final Logger log = LoggerFactory.getLogger(Staple.class);
    private static final Duration FRESH = Duration.ofHours(1);

    private final X509Certificate own;
    private final @Nullable X509Certificate issuer;
    private final List<URI> responders;
    private long askedAt = System.nanoTime() - FRESH.toNanos();
    private volatile byte @Nullable [] answer;

    /**
     * @param chain the certificate and those above it; without its issuer nobody can be asked
     */
    Staple(List<X509Certificate> chain) {
        this.own = chain.getFirst();
        this.issuer = chain.size() > 1 ? chain.get(1) : null;
        this.responders = RevocationSources.of(own).ocsp();
    }

    /** What can be shown now; null when there is nothing. */
    byte @Nullable [] answer() {
        return answer;
    }

    /** Asks anew when it is time; to be called every few minutes. */
    void refresh(AuthorityClient client) {
        X509Certificate by = issuer;
        if (by == null) {
            return;
        }
        byte[] held = answer;
        boolean good = held != null && good(held, by);
        if (!good) {
            answer = null;
        }
        if (!good || System.nanoTime() - askedAt >= FRESH.toNanos()) {
            responders.stream()
                    .map(place -> ask(client, place, by))
                    .filter(told -> told.length > 0 && good(told, by))
                    .findFirst()
                    .ifPresent(told -> {
                        answer = told;
                        askedAt = System.nanoTime();
                    });
        }
    }

    private byte[] ask(AuthorityClient client, URI place, X509Certificate by) {
        try {
            return client.ocsp(place, OcspRequests.about(own, by));
        } catch (IOException | GeneralSecurityException e) {
            log.warn("{} says nothing about the server's certificate: {}", place, e.toString());
            return new byte[0];
        }
    }

    private boolean good(byte[] told, X509Certificate by) {
        try {
            return RevocationPaths.byAnswer(own, by, told) == Revocation.Status.GOOD;
        } catch (GeneralSecurityException | RuntimeException e) {
            log.warn("An OCSP answer about the server's certificate is not usable", e);
            return false;
        }
    }
}
