/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.web.outbound;

import io.netty.channel.ChannelOption;
import io.ohmnibus.platform.web.Problem;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * HTTP to addresses that somebody entered. Private and local addresses are refused unless {@code
 * ohmnibus.outbound.allowed-networks} names them, whatever a name resolves to at the time;
 * redirects are not followed, no cookie and no credential of ours goes along, and answers are
 * short.
 */
public final class OutboundHttp {

    private static final int MOST_ANSWERED = 256 * 1024;
    private static final int MOST_CONNECTIONS = 100;
    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final AllowedAddresses allowed;
    private final WebClient client;

    public OutboundHttp(OutboundProperties properties) {
        this.allowed = new AllowedAddresses(properties);
        ConnectionProvider connections =
                ConnectionProvider.builder("outbound")
                        .maxConnections(MOST_CONNECTIONS)
                        .pendingAcquireTimeout(CONNECTING)
                        .maxIdleTime(IDLE)
                        .build();
        HttpClient http =
                HttpClient.create(connections)
                        .resolver(new GuardedResolver(allowed))
                        .followRedirect(false)
                        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) CONNECTING.toMillis());
        this.client =
                WebClient.builder()
                        .clientConnector(new ReactorClientHttpConnector(http))
                        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(MOST_ANSWERED))
                        .build();
    }

    /** Ends the request with 400 when nothing will ever be sent to this address. */
    public void check(String field, URI url) {
        objection(url)
                .ifPresent(objection -> {
                    throw Problem.badRequest(field, objection);
                });
    }

    /** What is wrong with an address, before its name is looked up. */
    public Optional<String> objection(URI url) {
        return allowed.objection(url);
    }

    /**
     * To send requests with; how long one may take is up to who sends. To an address that is not
     * allowed it fails with {@link AddressNotAllowed} inside.
     */
    public WebClient client() {
        return client;
    }
}
