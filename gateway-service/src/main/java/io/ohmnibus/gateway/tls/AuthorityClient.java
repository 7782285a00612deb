/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.tls;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.springframework.security.util.matcher.InetAddressMatcher;
import org.springframework.security.util.matcher.InetAddressMatchers;

/**
 * Asks authorities over HTTP. The addresses come from certificates: nothing inside our own networks
 * is called unless that is allowed (A38), no redirect is followed, no answer is read without end.
 */
final class AuthorityClient implements AutoCloseable {

    private static final InetAddressMatcher EXTERNAL = InetAddressMatchers.matchExternal().build();
    private static final InetAddressMatcher SPECIAL =
            InetAddressMatchers.builder()
                    .includeAddresses(
                            List.of(
                                    "0.0.0.0/8",
                                    "100.64.0.0/10",
                                    "192.0.0.0/24",
                                    "198.18.0.0/15",
                                    "240.0.0.0/4",
                                    "2002::/16"))
                    .build();

    private static final int LARGEST = 32 * 1024 * 1024;
    private static final int OK = 200;

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Cache<URI, Boolean> silent =
            Caffeine.newBuilder().expireAfterWrite(PAUSE).maximumSize(1_000).build();
    private final HttpClient http;
    private final Duration timeout;
    private final boolean allowPrivate;

    AuthorityClient(Duration timeout, boolean allowPrivate) {
        this.timeout = timeout;
        this.allowPrivate = allowPrivate;
        this.http =
                HttpClient.newBuilder()
                        .connectTimeout(timeout)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    byte[] get(URI place) throws IOException {
        return send(HttpRequest.newBuilder(place).GET(), place);
    }

    byte[] ocsp(URI place, byte[] request) throws IOException {
        return send(
                HttpRequest.newBuilder(place)
                        .header("Content-Type", "application/ocsp-request")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(request)),
                place);
    }

    /**
     * A place that just failed is left alone for a while: its time-out is not waited for by all.
     */
    private byte[] send(HttpRequest.Builder request, URI place) throws IOException {
        if (silent.getIfPresent(place) != null) {
            throw new IOException(place + " failed a moment ago");
        }
        try {
            return exchange(request, place);
        } catch (IOException e) {
            silent.put(place, true);
            throw e;
        }
    }

    private byte[] exchange(HttpRequest.Builder request, URI place) throws IOException {
        checkAddress(place);
        try {
            HttpResponse<InputStream> answer =
                    http.send(
                            request.timeout(timeout).build(),
                            HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                byte[] bytes = body.readNBytes(LARGEST + 1);
                if (answer.statusCode() != OK || bytes.length > LARGEST) {
                    throw new IOException(
                            "%s answers %d with %d bytes"
                                    .formatted(place, answer.statusCode(), bytes.length));
                }
                return bytes;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** What is looked up here is what the client connects to: the JVM remembers it for 30 s. */
    private void checkAddress(URI place) throws IOException {
        if (allowPrivate) {
            return;
        }
        for (InetAddress address : InetAddress.getAllByName(place.getHost())) {
            if (isPrivate(address)) {
                throw new IOException(
                        "%s is at %s: ohmnibus.gateway.revocation.allow-private-addresses is off"
                                .formatted(place, address.getHostAddress()));
            }
        }
    }

    /** Also carrier NAT, the host itself, test networks and 6to4, which hides any other. */
    static boolean isPrivate(InetAddress address) {
        return !EXTERNAL.matches(address)
                || SPECIAL.matches(address)
                || address.isMulticastAddress();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
