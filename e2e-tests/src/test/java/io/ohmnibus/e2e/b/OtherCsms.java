/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.b;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.WebsocketServerSpec;
import tools.jackson.databind.json.JsonMapper;

/** A CSMS of somebody else, which accepts every station and knows only how to answer it. */
final class OtherCsms implements AutoCloseable {

    private static final WebsocketServerSpec OCPP =
            WebsocketServerSpec.builder().protocols("ocpp2.1,ocpp2.0.1").build();

    private final Set<String> booted = ConcurrentHashMap.newKeySet();
    private final DisposableServer server =
            HttpServer.create()
                    .host("localhost")
                    .port(0)
                    .route(routes ->
                            routes.ws(
                                    "/ocpp/{station}",
                                    (in, out) ->
                                            out.sendString(
                                                    in.aggregateFrames()
                                                            .receive()
                                                            .asString()
                                                            .map(this::answer)),
                                    OCPP))
                    .bindNow();

    String url() {
        return "ws://localhost:" + server.port() + "/ocpp";
    }

    /** Whether a station has booted here. */
    boolean hasStations() {
        return !booted.isEmpty();
    }

    private String answer(String frame) {
        var call = JsonMapper.shared().readTree(frame);
        boolean boot = call.path(2).asString("").equals("BootNotification");
        if (boot) {
            booted.add(call.path(1).asString());
        }
        Map<String, Object> payload =
                boot
                        ? Map.of(
                                "currentTime",
                                "2026-01-01T00:00:00Z",
                                "interval",
                                300,
                                "status",
                                "Accepted")
                        : Map.of();
        return JsonMapper.shared().writeValueAsString(List.of(3, call.path(1).asString(), payload));
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
