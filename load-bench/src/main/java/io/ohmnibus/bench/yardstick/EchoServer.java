/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.yardstick;

import java.net.InetSocketAddress;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.WebsocketServerSpec;

/** Answers every CALL at once; the same web server as the gateway's, and nothing else. */
final class EchoServer {

    private static final int ID_FROM = 4;

    private EchoServer() {}

    /** Runs in a process of its own; the argument is the port. */
    public static void main(String... arguments) {
        HttpServer.create()
                .bindAddress(
                        () -> new InetSocketAddress("127.0.0.1", Integer.parseInt(arguments[0])))
                .route(routes ->
                        routes.ws(
                                "/ocpp/{station}",
                                (in, out) ->
                                        out.sendString(
                                                in.receive().asString().map(EchoServer::answer)),
                                WebsocketServerSpec.builder().protocols("ocpp2.1").build()))
                .bindNow()
                .onDispose()
                .block();
    }

    private static String answer(String call) {
        return "[3,\"" + call.substring(ID_FROM, call.indexOf('"', ID_FROM)) + "\",{}]";
    }
}
