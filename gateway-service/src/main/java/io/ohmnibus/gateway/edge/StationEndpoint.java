/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.edge;

import io.ohmnibus.contracts.gateway.StationAuthentication;
import io.ohmnibus.gateway.GatewayMetrics;
import io.ohmnibus.gateway.session.Arrival;
import io.ohmnibus.gateway.session.StationSessions;
import io.ohmnibus.gateway.wire.Upgrade;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.platform.ocpp.StationKey;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import reactor.core.publisher.Mono;

/** Answers the handshakes of stations; all that has another aim than a WebSocket is refused. */
final class StationEndpoint implements WebHandler {

    private static final Logger log = LoggerFactory.getLogger(StationEndpoint.class);
    private static final String CHALLENGE = "Basic realm=\"ocpp\", charset=\"UTF-8\"";
    private static final String VERSION_HEADER = "Sec-WebSocket-Version";
    private static final String WEBSOCKET_VERSION = "13";

    private final BooleanSupplier ready;
    private final Admission admission;
    private final Upgrade upgrade;
    private final StationSessions sessions;
    private final GatewayMetrics metrics;

    StationEndpoint(
            BooleanSupplier ready,
            Admission admission,
            Upgrade upgrade,
            StationSessions sessions,
            GatewayMetrics metrics) {
        this.ready = ready;
        this.admission = admission;
        this.upgrade = upgrade;
        this.sessions = sessions;
        this.metrics = metrics;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        Optional<StationKey> station = StationPath.parse(request.getURI().getRawPath());
        Refusal refusal = station.map(key -> refusal(key, request)).orElse(null);
        if (station.isEmpty()) {
            return refuse(exchange, Refusal.NO_STATION_PATH);
        }
        return refusal == null ? accept(exchange, station.get()) : refuse(exchange, refusal);
    }

    private @Nullable Refusal refusal(StationKey station, ServerHttpRequest request) {
        if (!isWebSocket(request)) {
            return Refusal.NOT_A_WEBSOCKET;
        }
        if (!ready.getAsBoolean()) {
            return Refusal.NOT_READY;
        }
        String authorization = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        return admission.check(station, authorization).orElse(null);
    }

    private static boolean isWebSocket(ServerHttpRequest request) {
        HttpHeaders headers = request.getHeaders();
        return HttpMethod.GET.equals(request.getMethod())
                && "websocket".equalsIgnoreCase(headers.getUpgrade())
                && headers.getConnection().stream().anyMatch("upgrade"::equalsIgnoreCase)
                && headers.getFirst("Sec-WebSocket-Key") != null
                && WEBSOCKET_VERSION.equals(headers.getFirst(VERSION_HEADER));
    }

    private Mono<Void> accept(ServerWebExchange exchange, StationKey station) {
        List<String> offers =
                exchange.getRequest()
                        .getHeaders()
                        .getOrDefault("Sec-WebSocket-Protocol", List.of());
        Optional<OcppVersion> version = Subprotocols.choose(offers);
        if (version.isEmpty()) {
            metrics.handshake("no_subprotocol");
            log.warn("{} offers no sub-protocol that is spoken here: {}", station, offers);
            return upgrade.complete(
                    exchange,
                    null,
                    (socket, guard) -> socket.close(CloseStatus.PROTOCOL_ERROR)); // Part 4, 3.3
        }
        metrics.handshake("accepted");
        Arrival arrival =
                new Arrival(
                        station,
                        version.get(),
                        address(exchange.getRequest()),
                        StationAuthentication.password(1, false));
        return upgrade.complete(
                exchange,
                version.get().subprotocol(),
                (socket, guard) -> sessions.run(arrival, socket, guard));
    }

    private Mono<Void> refuse(ServerWebExchange exchange, Refusal refusal) {
        ServerHttpRequest request = exchange.getRequest();
        metrics.handshake(refusal.name().toLowerCase(Locale.ROOT));
        log.warn(
                "Refused {} from {} with {}: {}",
                request.getURI().getRawPath(),
                address(request),
                refusal.status().value(),
                refusal);
        exchange.getResponse().setStatusCode(refusal.status());
        HttpHeaders headers = exchange.getResponse().getHeaders();
        switch (refusal.status()) {
            case UNAUTHORIZED -> headers.set(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
            case UPGRADE_REQUIRED -> {
                headers.set(HttpHeaders.UPGRADE, "websocket");
                headers.set(VERSION_HEADER, WEBSOCKET_VERSION);
            }
            case SERVICE_UNAVAILABLE -> headers.set(HttpHeaders.RETRY_AFTER, "5");
            default -> headers.setContentLength(0);
        }
        return exchange.getResponse().setComplete();
    }

    private static String address(ServerHttpRequest request) {
        InetSocketAddress peer = request.getRemoteAddress();
        return peer == null ? "unknown" : peer.getHostString() + ":" + peer.getPort();
    }
}
