/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator;

import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.OcppException;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.codec.Frame;
import io.ohmnibus.ocpp.codec.FrameException;
import io.ohmnibus.ocpp.codec.OcppCodec;
import io.ohmnibus.ocpp.codec.Side;
import io.ohmnibus.ocpp.message.AuthorizeRequest;
import io.ohmnibus.ocpp.message.AuthorizeResponse;
import io.ohmnibus.ocpp.message.BootNotificationRequest;
import io.ohmnibus.ocpp.message.BootNotificationResponse;
import io.ohmnibus.ocpp.message.HeartbeatRequest;
import io.ohmnibus.ocpp.message.HeartbeatResponse;
import io.ohmnibus.ocpp.message.TransactionEventRequest;
import io.ohmnibus.ocpp.message.TransactionEventResponse;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.RegistrationStatusEnum;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.netty.Connection;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.WebsocketServerSpec;

/** A CSMS for one station: accepts everything unless told otherwise, and checks every frame. */
final class FakeCsms implements AutoCloseable {

    private final OcppCodec codec;
    private final int port;
    private final Map<Class<?>, Function<Request<?>, @Nullable Response>> answers =
            new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Frame>> calls = new ConcurrentHashMap<>();
    private final List<Frame.Call> received = new CopyOnWriteArrayList<>();
    private final List<String> wrong = new CopyOnWriteArrayList<>();
    private volatile Sinks.@Nullable Many<String> out;
    private volatile @Nullable Connection connection;
    private @Nullable DisposableServer server;

    FakeCsms(OcppVersion version) {
        this(version, 0);
    }

    FakeCsms(OcppVersion version, int port) {
        this.codec = OcppCodec.of(version, Side.CSMS);
        on(BootNotificationRequest.class, _ -> boot(RegistrationStatusEnum.ACCEPTED, 300));
        on(HeartbeatRequest.class, _ -> new HeartbeatResponse(Instant.now(), null));
        on(
                AuthorizeRequest.class,
                _ ->
                        new AuthorizeResponse(
                                Authorization.info(AuthorizationStatusEnum.ACCEPTED),
                                null,
                                null,
                                null,
                                null));
        on(TransactionEventRequest.class, FakeCsms::accepted);
        this.port = start(port);
    }

    static BootNotificationResponse boot(RegistrationStatusEnum status, int interval) {
        return new BootNotificationResponse(Instant.now(), interval, status, null, null);
    }

    static TransactionEventResponse accepted(TransactionEventRequest event) {
        return answer(event.idToken() == null ? null : AuthorizationStatusEnum.ACCEPTED);
    }

    static TransactionEventResponse answer(@Nullable AuthorizationStatusEnum status) {
        return new TransactionEventResponse(
                null,
                null,
                status == null ? null : Authorization.info(status),
                null,
                null,
                null,
                null);
    }

    private int start(int wanted) {
        var started =
                HttpServer.create()
                        .port(wanted)
                        .route(routes ->
                                routes.ws(
                                        "/ocpp/{id}",
                                        (in, outbound) -> {
                                            Sinks.Many<String> sink =
                                                    Sinks.many().unicast().onBackpressureBuffer();
                                            out = sink;
                                            in.withConnection(c -> connection = c);
                                            var receiving =
                                                    in.aggregateFrames()
                                                            .receive()
                                                            .asString()
                                                            .doOnNext(this::receive)
                                                            .then();
                                            return outbound.sendObject(
                                                            sink.asFlux()
                                                                    .map(TextWebSocketFrame::new)
                                                                    .mergeWith(Flux.never())
                                                                    .takeUntilOther(receiving))
                                                    .then();
                                        },
                                        WebsocketServerSpec.builder()
                                                .protocols("ocpp2.1,ocpp2.0.1")
                                                .build()))
                        .bindNow();
        server = started;
        return started.port();
    }

    String url() {
        return "ws://localhost:" + port + "/ocpp";
    }

    int port() {
        return port;
    }

    /** Null leaves the CALL unanswered. */
    <Q extends Request<?>> FakeCsms on(Class<Q> type, Function<Q, @Nullable Response> answer) {
        answers.put(type, request -> answer.apply(type.cast(request)));
        return this;
    }

    private void receive(String text) {
        try {
            switch (codec.readFrame(text.getBytes(StandardCharsets.UTF_8))) {
                case Frame.Call call -> {
                    received.add(call);
                    Thread.startVirtualThread(() -> answer(call));
                }
                case Frame.CallResult result -> complete(result);
                case Frame.CallError error -> complete(error);
                case Frame other -> wrong.add("unexpected " + other);
            }
        } catch (FrameException e) {
            wrong.add(e.getMessage() + ": " + text);
        }
    }

    private void complete(Frame answer) {
        var waiting = calls.remove(answer.messageId());
        if (waiting == null) {
            wrong.add("answer to nothing: " + answer);
        } else {
            waiting.complete(answer);
        }
    }

    private void answer(Frame.Call call) {
        try {
            var known = answers.get(call.request().getClass());
            var response = known == null ? emptyAnswer(call.action()) : known.apply(call.request());
            if (response != null) {
                var payload = codec.writePruned(response).payload();
                emit(codec.writeCallResult(call.messageId(), payload));
            }
        } catch (OcppException e) {
            emit(codec.writeCallError(call.messageId(), e.error()));
        }
    }

    private Response emptyAnswer(Action action) {
        var type = action.responseType();
        if (type == null) {
            throw new IllegalStateException(action + " has no answer");
        }
        return (Response) codec.readPayload(type, "{}".getBytes(StandardCharsets.UTF_8));
    }

    private synchronized void emit(byte[] frame) {
        var sink = out;
        if (sink != null) {
            sink.tryEmitNext(new String(frame, StandardCharsets.UTF_8)).orThrow();
        }
    }

    /** Calls the station and waits for what it says. */
    Frame ask(Request<?> request) {
        var id = UUID.randomUUID().toString();
        var answer = new CompletableFuture<Frame>();
        calls.put(id, answer);
        var action = Action.ofRequest(request.getClass());
        emit(codec.writeCall(id, action, codec.writePruned(request).payload()));
        return answer.orTimeout(5, TimeUnit.SECONDS).join();
    }

    <A extends Response> A call(Request<A> request, Class<A> type) {
        if (ask(request) instanceof Frame.CallResult result) {
            return codec.readPayload(type, result.payload());
        }
        throw new AssertionError("refused: " + request);
    }

    /** The requests of one type, oldest first. */
    <Q extends Request<?>> List<Q> requests(Class<Q> type) {
        return received.stream()
                .map(Frame.Call::request)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    List<Frame.Call> received() {
        return received;
    }

    /** The names of the actions received, oldest first. */
    List<String> actions() {
        return received.stream().map(call -> call.action().wireName()).toList();
    }

    List<String> wrong() {
        return wrong;
    }

    void dropConnection() {
        var open = connection;
        if (open != null) {
            open.disposeNow(Duration.ofSeconds(2));
        }
    }

    @Override
    public void close() {
        dropConnection();
        var running = server;
        if (running != null) {
            running.disposeNow(Duration.ofSeconds(2));
        }
    }
}
