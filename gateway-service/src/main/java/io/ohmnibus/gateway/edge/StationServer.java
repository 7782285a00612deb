/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.edge;

import io.ohmnibus.gateway.GatewayMetrics;
import io.ohmnibus.gateway.GatewayProperties;
import io.ohmnibus.gateway.routing.GatewayReadings;
import io.ohmnibus.gateway.session.StationSessions;
import io.ohmnibus.gateway.wire.Limits;
import io.ohmnibus.gateway.wire.Upgrade;
import java.time.Duration;
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
 * The port for stations, apart from the one for people: opened when all else runs, closed first.
 */
@Component
public final class StationServer implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(StationServer.class);
    private static final Duration HANDSHAKE_LIMIT = Duration.ofSeconds(10);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    private final GatewayProperties properties;
    private final StationSessions sessions;
    private final HttpHandler handler;
    private volatile @Nullable DisposableServer server;
    private volatile @Nullable LoopResources loops;

    StationServer(
            GatewayProperties properties,
            GatewayReadings readings,
            Admission admission,
            StationSessions sessions,
            GatewayMetrics metrics) {
        this.properties = properties;
        this.sessions = sessions;
        Limits limits = new Limits(properties.maxFrameBytes(), properties.pingInterval());
        StationEndpoint endpoint =
                new StationEndpoint(
                        readings::ready, admission, new Upgrade(limits), sessions, metrics);
        this.handler = WebHttpHandlerBuilder.webHandler(endpoint).build();
    }

    /** The port that is open; it differs from the configured one when that is 0. */
    public int port() {
        DisposableServer open = server;
        if (open == null) {
            throw new IllegalStateException("The port for stations is not open");
        }
        return open.port();
    }

    @Override
    public void start() {
        LoopResources own = LoopResources.create("stations");
        try {
            server =
                    HttpServer.create()
                            .runOn(own)
                            .host(properties.address())
                            .port(properties.port())
                            .protocol(HttpProtocol.HTTP11)
                            .idleTimeout(HANDSHAKE_LIMIT)
                            .readTimeout(HANDSHAKE_LIMIT)
                            .handle(new ReactorHttpHandlerAdapter(handler))
                            .bindNow();
        } catch (ChannelBindException taken) {
            own.dispose();
            throw new IllegalStateException(
                    "Port %d for stations cannot be opened on %s; set ohmnibus.gateway.port to a free one"
                            .formatted(properties.port(), properties.address()),
                    taken);
        }
        loops = own;
        log.info("Stations connect to ws://{}:{}/ocpp/{{station}}", properties.address(), port());
    }

    @Override
    public void stop() {
        DisposableServer open = server;
        LoopResources own = loops;
        if (open == null || own == null) {
            return;
        }
        open.disposeNow(STOP_LIMIT); // no new ones
        sessions.stop(STOP_LIMIT);
        own.dispose();
        server = null;
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
