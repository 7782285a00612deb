/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.web.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What gets to a server on this machine, and what does not (SSRF). */
final class OutboundHttpTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;

    OutboundHttpTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    }

    @BeforeEach
    void start() {
        server.createContext(
                "/",
                exchange -> {
                    requests.incrementAndGet();
                    if (exchange.getRequestURI().getPath().equals("/moved")) {
                        exchange.getResponseHeaders().add("Location", "/elsewhere");
                        exchange.sendResponseHeaders(302, -1);
                    } else {
                        exchange.sendResponseHeaders(204, -1);
                    }
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private int get(OutboundHttp http, String host, String path) {
        return http.client()
                .get()
                .uri("http://%s:%d%s".formatted(host, server.getAddress().getPort(), path))
                .exchangeToMono(
                        response -> response.releaseBody().thenReturn(response.statusCode()))
                .blockOptional(LIMIT)
                .orElseThrow()
                .value();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost"})
    void nothingGoesToThisMachine(String host) {
        OutboundHttp http = new OutboundHttp(new OutboundProperties(List.of(), true));

        assertThatThrownBy(() -> get(http, host, "/"))
                .hasRootCauseInstanceOf(AddressNotAllowed.class);
        assertThat(requests).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[::ffff:127.0.0.1]", "2130706433", "127.1", "0x7f.1", "0"})
    void otherSpellingsLeadThereNeither(String host) {
        OutboundHttp http = new OutboundHttp(new OutboundProperties(List.of(), true));

        assertThatThrownBy(() -> get(http, host, "/")).isInstanceOf(RuntimeException.class);
        assertThat(requests).hasValue(0);
    }

    @Test
    void whereANetworkIsAllowedItGoesThere() {
        OutboundHttp http = new OutboundHttp(new OutboundProperties(List.of("127.0.0.0/8"), true));

        assertThat(get(http, "127.0.0.1", "/")).isEqualTo(204);
        assertThat(get(http, "localhost", "/")).isEqualTo(204);
    }

    @Test
    void noRedirectIsFollowed() {
        OutboundHttp http = new OutboundHttp(new OutboundProperties(List.of("127.0.0.1"), true));

        assertThat(get(http, "127.0.0.1", "/moved")).isEqualTo(302);
        assertThat(requests).hasValue(1);
    }
}
