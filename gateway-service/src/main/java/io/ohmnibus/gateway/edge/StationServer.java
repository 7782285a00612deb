/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.edge;

import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.haproxy.HAProxyMessageDecoder;
import io.ohmnibus.gateway.admission.Refusal;
import io.ohmnibus.gateway.admission.Refusals;
import io.ohmnibus.gateway.admission.SecurityProfile;
import io.ohmnibus.gateway.tls.StationCertificate;
import io.ohmnibus.gateway.tls.TlsFailures;
import io.ohmnibus.gateway.wire.Limits;
import io.ohmnibus.gateway.wire.Upgrade;
import io.ohmnibus.platform.ocpp.StationKey;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.stereotype.Component;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.netty.ChannelBindException;
import reactor.netty.DisposableServer;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.LoopResources;

/**
 * The ports for stations, apart from the one for people: opened when all else runs, closed first.
 */
@Component
public final class StationServer implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(StationServer.class);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    private final Ports ports;
    private final Reception reception;
    private final Proxies proxies;
    private final Upgrade upgrade;
    private final Crowd crowd;
    private final Map<Door, DisposableServer> open = new EnumMap<>(Door.class);
    private volatile @Nullable LoopResources loops;

    StationServer(Ports ports, Reception reception) {
        this.ports = ports;
        this.reception = reception;
        this.proxies = new Proxies(ports.proxy());
        this.crowd = new Crowd(reception.limits());
        this.upgrade =
                new Upgrade(
                        new Limits(
                                ports.gateway().maxFrameBytes(), ports.gateway().pingInterval()));
    }

    /** The port of security profile 1; it differs from the configured one when that is 0. */
    public int port() {
        return port(Door.PLAIN);
    }

    /** The port of a security profile. */
    public int port(SecurityProfile profile) {
        return switch (profile) {
            case BASIC -> port(Door.PLAIN);
            case TLS_BASIC -> port(Door.TLS);
            case MUTUAL_TLS -> port(Door.MUTUAL_TLS);
        };
    }

    /** The port for proxies. */
    public int proxyPort() {
        return port(Door.PROXY);
    }

    private synchronized int port(Door door) {
        DisposableServer server = open.get(door);
        if (server == null) {
            throw new IllegalStateException("The port of " + door.property() + " is not open");
        }
        return server.port();
    }

    @Override
    public synchronized void start() {
        Map<Door, Integer> wanted = ports.wanted();
        LoopResources own = LoopResources.create("stations");
        loops = own;
        try {
            wanted.forEach((door, port) -> open.put(door, open(door, port, own)));
        } catch (RuntimeException e) {
            stop();
            throw e;
        }
    }

    private DisposableServer open(Door door, int port, LoopResources own) {
        Duration limit = reception.limits().handshakeLimit();
        HttpHandler handler =
                WebHttpHandlerBuilder.webHandler(
                                new StationEndpoint(reception, upgrade, origins(door)))
                        .build();
        try {
            DisposableServer server =
                    HttpServer.create()
                            .runOn(own)
                            .host(ports.address())
                            .port(port)
                            .protocol(HttpProtocol.HTTP11)
                            .idleTimeout(limit)
                            .readTimeout(limit)
                            .doOnChannelInit((observer, channel, peer) -> guard(channel, door))
                            .handle(new ReactorHttpHandlerAdapter(handler))
                            .bindNow();
            log.info(
                    "Stations connect to {}://{}:{}/ocpp/{{station}}, security profile {}{}",
                    door.tls() ? "wss" : "ws",
                    ports.address(),
                    server.port(),
                    door.profile().number(),
                    door == Door.PROXY ? " or 3, through a proxy" : "");
            return server;
        } catch (ChannelBindException taken) {
            throw new IllegalStateException(
                    "Port %d for stations cannot be opened on %s; set %s to a free one"
                            .formatted(port, ports.address(), door.property()),
                    taken);
        }
    }

    private StationEndpoint.Origins origins(Door door) {
        if (door != Door.PROXY) {
            return request -> Origin.direct(request, door.profile());
        }
        return request -> {
            Origin origin = proxies.origin(request);
            StationCertificate certificate = origin.certificate();
            if (certificate != null) {
                reception.tls().check(certificate.chain());
            }
            return origin;
        };
    }

    private void guard(Channel channel, Door door) {
        ChannelPipeline pipeline = channel.pipeline();
        if (door == Door.PROXY
                && channel.remoteAddress() instanceof InetSocketAddress peer
                && !proxies.trusts(peer.getAddress())) {
            refused(channel, door, Refusal.UNTRUSTED_PROXY, "");
            var _ = channel.close();
            return;
        }
        if (door.tls()) {
            pipeline.addFirst(
                    "ohmnibus.hello",
                    reception.tls().handler(door == Door.MUTUAL_TLS, failures(channel, door)));
        }
        Duration limit = reception.limits().handshakeLimit();
        pipeline.addFirst(
                Upgrade.THRESHOLD,
                new Threshold(
                        crowd,
                        door == Door.PROXY,
                        limit,
                        (peer, reason) -> refused(channel, door, reason, "")));
        if (door != Door.PROXY
                && channel.remoteAddress() instanceof InetSocketAddress peer
                && proxies.balances(peer.getAddress())) {
            pipeline.addFirst(
                    new HAProxyMessageDecoder(),
                    new BalancerHeader(
                            limit, why -> refused(channel, door, Refusal.BALANCER_HEADER, why)));
        }
    }

    /** Tells whom a certificate names that is not trusted, though anybody can make such a one. */
    private TlsFailures failures(Channel channel, Door door) {
        return (_, reason, detail, certificate) -> {
            Refusal refusal = Refusal.valueOf(reason.name());
            if (certificate == null) {
                refused(channel, door, refusal, detail);
                return;
            }
            String more =
                    "%s; it names %s, serial number %s"
                            .formatted(detail, certificate.names(), certificate.serialNumber());
            add(channel, door, named(certificate), refusal, more);
        };
    }

    private @Nullable StationKey named(StationCertificate certificate) {
        List<String> names = certificate.names();
        return ports.tls()
                .tenantOf(certificate)
                .filter(_ -> names.size() == 1)
                .map(tenant -> new StationKey(tenant, names.getFirst()))
                .filter(StationPath::possible)
                .orElse(null);
    }

    private void refused(Channel channel, Door door, Refusal reason, String detail) {
        add(channel, door, null, reason, detail);
    }

    private void add(
            Channel channel,
            Door door,
            @Nullable StationKey station,
            Refusal reason,
            String detail) {
        Refusals.Peer peer =
                new Refusals.Peer(BalancerHeader.peer(channel), door.profile(), station);
        reception.refusals().add(peer, reason, detail);
    }

    @Override
    public synchronized void stop() {
        LoopResources own = loops;
        if (own == null) {
            return;
        }
        open.values().forEach(server -> server.disposeNow(STOP_LIMIT)); // no new ones
        reception.sessions().stop(STOP_LIMIT);
        own.dispose();
        open.clear();
        loops = null;
    }

    @Override
    public boolean isRunning() {
        return loops != null;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
