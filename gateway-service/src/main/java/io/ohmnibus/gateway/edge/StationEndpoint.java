/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.edge;

import io.ohmnibus.gateway.admission.Decision;
import io.ohmnibus.gateway.admission.Knock;
import io.ohmnibus.gateway.admission.Network;
import io.ohmnibus.gateway.admission.Refusal;
import io.ohmnibus.gateway.admission.Refusals;
import io.ohmnibus.gateway.session.Arrival;
import io.ohmnibus.gateway.wire.Upgrade;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.platform.ocpp.StationKey;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import reactor.core.publisher.Mono;

/** Answers the handshakes at one door; all that has another aim than a WebSocket is refused. */
final class StationEndpoint implements WebHandler {

    private static final String CHALLENGE = "Basic realm=\"ocpp\", charset=\"UTF-8\"";
    private static final String VERSION_HEADER = "Sec-WebSocket-Version";
    private static final String WEBSOCKET_VERSION = "13";

    private final Reception reception;
    private final Upgrade upgrade;
    private final Origins origins;

    /** Tells where a request comes from. */
    @FunctionalInterface
    interface Origins {
        Origin of(ServerHttpRequest request) throws CertificateException;
    }

    StationEndpoint(Reception reception, Upgrade upgrade, Origins origins) {
        this.reception = reception;
        this.upgrade = upgrade;
        this.origins = origins;
    }

    /** A request on its way through this class. */
    private record Visit(ServerWebExchange exchange, Origin origin, @Nullable StationKey station) {

        ServerHttpRequest request() {
            return exchange.getRequest();
        }
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        StationKey station = StationPath.parse(request.getURI().getRawPath()).orElse(null);
        try {
            return handle(new Visit(exchange, origins.of(request), station));
        } catch (CertificateException | IllegalArgumentException broken) {
            Origin origin = new Origin(Origin.peer(request), Door.PROXY.profile(), null);
            return refuse(
                    new Visit(exchange, origin, station),
                    Refusal.UNTRUSTED_CERTIFICATE,
                    String.valueOf(broken.getMessage()));
        }
    }

    private Mono<Void> handle(Visit visit) {
        StationKey station = visit.station();
        if (station == null) {
            return refuse(visit, Refusal.NO_STATION_PATH, visit.request().getURI().getRawPath());
        }
        if (!isWebSocket(visit.request())) {
            return refuse(visit, Refusal.NOT_A_WEBSOCKET, "");
        }
        if (!reception.readings().ready()) {
            return refuse(visit, Refusal.NOT_READY, "");
        }
        if (reception.readings().overloaded()) {
            return refuse(visit, Refusal.OVERLOADED, "too many CALLs wait for services");
        }
        Origin origin = visit.origin();
        Knock knock =
                new Knock(
                        station,
                        origin.profile(),
                        Network.of(origin.address()),
                        visit.request().getHeaders().getFirst(HttpHeaders.AUTHORIZATION),
                        origin.certificate());
        return reception
                .admission()
                .check(knock)
                .flatMap(decision ->
                        switch (decision) {
                            case Decision.Admitted admitted -> accept(visit, station, admitted);
                            case Decision.Refused refused -> refuse(visit, refused);
                        });
    }

    private static boolean isWebSocket(ServerHttpRequest request) {
        HttpHeaders headers = request.getHeaders();
        return HttpMethod.GET.equals(request.getMethod())
                && "websocket".equalsIgnoreCase(headers.getUpgrade())
                && headers.getConnection().stream().anyMatch("upgrade"::equalsIgnoreCase)
                && headers.getFirst("Sec-WebSocket-Key") != null
                && WEBSOCKET_VERSION.equals(headers.getFirst(VERSION_HEADER));
    }

    private Mono<Void> accept(Visit visit, StationKey station, Decision.Admitted admitted) {
        List<String> offers =
                visit.request().getHeaders().getOrDefault("Sec-WebSocket-Protocol", List.of());
        Optional<OcppVersion> version = Subprotocols.choose(offers);
        if (version.isEmpty()) {
            return withoutVersion(visit, "offered " + offers);
        }
        reception.refusals().none();
        Arrival arrival =
                new Arrival(
                        station,
                        version.get(),
                        visit.origin().shown(),
                        admitted.authentication(),
                        System.nanoTime());
        return upgrade.complete(
                visit.exchange(),
                version.get().subprotocol(),
                (socket, guard) -> reception.sessions().run(arrival, socket, guard));
    }

    /** Part 4, 3.3: completes the handshake and closes, unless told to refuse it. */
    private Mono<Void> withoutVersion(Visit visit, String offers) {
        if (reception.limits().refuseUnknownSubprotocol()) {
            return refuse(visit, Refusal.NO_SUBPROTOCOL, offers);
        }
        reception.refusals().add(peer(visit), Refusal.NO_SUBPROTOCOL, offers);
        return upgrade.complete(
                visit.exchange(),
                null,
                (socket, guard) -> socket.close(CloseStatus.PROTOCOL_ERROR));
    }

    private static Refusals.Peer peer(Visit visit) {
        Origin origin = visit.origin();
        return new Refusals.Peer(origin.address(), origin.profile(), visit.station());
    }

    private Mono<Void> refuse(Visit visit, Refusal refusal, String detail) {
        reception.refusals().add(peer(visit), refusal, detail);
        return answer(visit.exchange(), refusal.status());
    }

    /** Told to operators at once, even when the peer does not wait for its answer. */
    private Mono<Void> refuse(Visit visit, Decision.Refused refused) {
        reception.refusals().add(peer(visit), refused.reason(), refused.detail());
        return reception
                .admission()
                .untilTold(refused)
                .then(Mono.defer(() -> answer(visit.exchange(), refused.status())));
    }

    private static Mono<Void> answer(ServerWebExchange exchange, HttpStatus status) {
        exchange.getResponse().setStatusCode(status);
        HttpHeaders headers = exchange.getResponse().getHeaders();
        headers.setConnection("close");
        headers.setContentLength(0);
        switch (status) {
            case UNAUTHORIZED -> headers.set(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
            case UPGRADE_REQUIRED -> {
                headers.set(HttpHeaders.UPGRADE, "websocket");
                headers.set(VERSION_HEADER, WEBSOCKET_VERSION);
            }
            case SERVICE_UNAVAILABLE, TOO_MANY_REQUESTS ->
                    headers.set(HttpHeaders.RETRY_AFTER, retryAfter());
            default -> {}
        }
        return exchange.getResponse().setComplete();
    }

    /** Spread, so that those who were refused together do not come back together. */
    private static String retryAfter() {
        return String.valueOf(ThreadLocalRandom.current().nextInt(5, 31));
    }
}
