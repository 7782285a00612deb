/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.authority;

import io.ohmnibus.ocpp.type.CertificateHashData;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/**
 * An authority behind HTTP: gets the request as JSON and answers 200 with the chain in PEM. With
 * any other 4xx than 408 and 429 it refuses for good; everything else is tried again.
 */
final class WebhookAuthority implements CertificateAuthority {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;

    /** What it is asked. */
    record Question(
            String tenant, String stationId, CertificateUse use, String commonName, String csr) {}

    /** What it answers. */
    record Answer(@Nullable String certificateChain) {}

    private final WebClient http;
    private final Duration limit;

    WebhookAuthority(WebClient.Builder http, URI uri, @Nullable String token) {
        this(http, uri, token, LIMIT);
    }

    WebhookAuthority(WebClient.Builder http, URI uri, @Nullable String token, Duration limit) {
        this.limit = limit;
        this.http =
                http.baseUrl(uri.toString())
                        .defaultHeaders(headers -> {
                            if (token != null) {
                                headers.setBearerAuth(token);
                            }
                        })
                        .build();
    }

    @Override
    public Mono<List<X509Certificate>> sign(SigningOrder order) {
        return http.post()
                .bodyValue(
                        new Question(
                                order.station().tenant(),
                                order.station().stationId(),
                                order.use(),
                                order.commonName(),
                                order.csr().pem()))
                .exchangeToMono(WebhookAuthority::chain)
                .timeout(limit)
                .onErrorMap(
                        TimeoutException.class,
                        _ -> new IllegalStateException("The authority did not answer in time"));
    }

    private static Mono<List<X509Certificate>> chain(ClientResponse response) {
        HttpStatusCode status = response.statusCode();
        if (status.is2xxSuccessful()) {
            return response.bodyToMono(Answer.class)
                    .map(answer -> Certificates.parse(answer.certificateChain()))
                    .switchIfEmpty(
                            Mono.error(() -> new SigningRefused("The authority answered nothing")));
        }
        boolean forGood =
                status.is4xxClientError()
                        && status.value() != REQUEST_TIMEOUT
                        && status.value() != TOO_MANY_REQUESTS;
        String text = "The authority answered " + status.value();
        return response.releaseBody()
                .then(
                        Mono.error(
                                forGood
                                        ? new SigningRefused(text)
                                        : new IllegalStateException(text)));
    }

    @Override
    public boolean leadsTo(CertificateHashData root) {
        return true; // it sees for itself
    }
}
