/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator.rpc;

import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.Message;
import io.ohmnibus.ocpp.OcppError;
import io.ohmnibus.ocpp.OcppErrorCode;
import io.ohmnibus.ocpp.OcppException;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.codec.Frame;
import io.ohmnibus.ocpp.codec.FrameException;
import io.ohmnibus.ocpp.codec.OcppCodec;
import io.ohmnibus.ocpp.codec.Side;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A station's line to the CSMS: makes one CALL at a time (Part 4, 4.1.1), hands over the CALLs of
 * the CSMS one after the other, and survives its connections.
 */
public final class Line {

    /** What the line tells the station, on virtual threads and never two things at once. */
    public interface Owner {

        /** The CSMS calls; the station answers by {@link Line#answer} or {@link Line#refuse}. */
        void called(Frame.Call call);

        /** The connection ended, and not by {@link Line#hangUp} or {@link Line#drop}. */
        void lost(Closed closed);
    }

    private static final int CALL = 2;

    private record Pending(String messageId, CompletableFuture<Frame> answer) {}

    private final OcppVersion version;
    private final OcppCodec codec;
    private final FrameLog log;
    private final Owner owner;
    private final Semaphore turn = new Semaphore(1, true);
    private final InOrder inOrder = new InOrder();
    private volatile @Nullable Socket socket;
    private volatile @Nullable Pending pending;
    private volatile long lastSent = System.nanoTime();

    public Line(OcppVersion version, FrameLog log, Owner owner) {
        this.version = version;
        this.codec = OcppCodec.of(version, Side.STATION);
        this.log = log;
        this.owner = owner;
    }

    /** A message id that no station ever used. */
    public static String newMessageId() {
        var random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    /** Opens the connection; fails with {@link ConnectFailedException}. */
    public void connect(Endpoint endpoint) {
        Socket.open(endpoint, new Connection());
    }

    /** Whether there is a connection. */
    public boolean connected() {
        return socket != null;
    }

    /** How long nothing was sent. */
    public Duration quietFor() {
        return Duration.ofNanos(System.nanoTime() - lastSent);
    }

    /** Closes the connection with a close frame; the owner is not told. */
    public void hangUp(int code, String reason) {
        var open = letGo();
        if (open != null) {
            open.close(code, reason);
        }
    }

    /** Drops the connection without a close frame; the owner is not told. */
    public void drop() {
        var open = letGo();
        if (open != null) {
            open.drop();
        }
    }

    private @Nullable Socket letGo() {
        var open = socket;
        socket = null;
        failPending("the station closed the connection");
        return open;
    }

    /** Makes a CALL and waits for its answer. */
    public <A extends Response> A call(String messageId, Request<A> request, Duration timeout) {
        var action = Action.ofRequest(request.getClass());
        var frame = codec.writeCall(messageId, known(action), codec.writePruned(request).payload());
        var answer = exchange(messageId, action, frame, timeout);
        return switch (answer) {
            case Frame.CallResult result -> read(action, result);
            case Frame.CallError refused ->
                    throw new CallErrorException(action.wireName(), refused.error(), log.tail());
            default -> throw failure(action.wireName() + " was answered with " + answer);
        };
    }

    private Frame exchange(String messageId, Action action, byte[] frame, Duration timeout) {
        var mine = new Pending(messageId, new CompletableFuture<>());
        try {
            if (!turn.tryAcquire(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw noAnswer(
                        action.wireName() + " had to wait for the answer to an earlier CALL",
                        timeout);
            }
            try {
                pending = mine;
                write(frame);
                return mine.answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            } finally {
                pending = null;
                turn.release();
            }
        } catch (TimeoutException _) {
            throw noAnswer(action.wireName() + " was not answered", timeout);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof StationException known
                    ? known
                    : new StationException(action.wireName() + " failed", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw failure(action.wireName() + " was interrupted");
        }
    }

    @SuppressWarnings("unchecked")
    private <A extends Response> A read(Action action, Frame.CallResult result) {
        try {
            var type = (Class<A>) action.responseType();
            if (type == null) {
                throw failure(action.wireName() + " is a SEND and has no answer");
            }
            return codec.readPayload(type, result.payload());
        } catch (OcppException e) {
            if (version.compareTo(OcppVersion.V2_1) >= 0) {
                write(codec.writeCallResultError(result.messageId(), e.error()));
            }
            throw failure("the answer to " + action.wireName() + " is invalid: " + e.getMessage());
        }
    }

    /** Sends a message that is never answered (2.1). */
    public void send(Message message) {
        var action = known(Action.ofRequest(message.getClass()));
        write(codec.writeSend(newMessageId(), action, codec.writePruned(message).payload()));
    }

    private Action known(Action action) {
        if (!action.knownIn(version)) {
            throw new IllegalArgumentException(
                    version.subprotocol() + " does not know " + action.wireName());
        }
        return action;
    }

    /** Answers a CALL of the CSMS. */
    public void answer(String messageId, Response response) {
        write(codec.writeCallResult(messageId, codec.writePruned(response).payload()));
    }

    /** Answers a CALL of the CSMS with a CALLERROR. */
    public void refuse(String messageId, OcppError error) {
        write(codec.writeCallError(messageId, error));
    }

    /** Sends text as it is, right or wrong, without waiting for anybody's turn. */
    public void raw(String text) {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends text as it is and returns the next frame that is no CALL of the CSMS. */
    public String raw(String text, Duration timeout) {
        long before = log.count();
        raw(text);
        var found = log.await(before, f -> !f.sent() && f.messageType() != CALL, timeout);
        if (found == null) {
            throw noAnswer("no frame came", timeout);
        }
        return found.text();
    }

    private void write(byte[] frame) {
        var open = socket;
        if (open == null) {
            throw new OfflineException("the station is not connected" + log.tail());
        }
        note(LoggedFrame.Way.SENT, frame);
        lastSent = System.nanoTime();
        open.send(frame);
    }

    private void note(LoggedFrame.Way way, byte[] frame) {
        if (log.keeps()) {
            log.add(way, new String(frame, StandardCharsets.UTF_8));
        }
    }

    private StationException failure(String what) {
        return new StationException(what + log.tail());
    }

    private NoAnswerException noAnswer(String what, Duration timeout) {
        return new NoAnswerException(what + " within " + timeout + log.tail());
    }

    private void failPending(String why) {
        var waiting = pending;
        if (waiting != null) {
            waiting.answer.completeExceptionally(new OfflineException(why + log.tail()));
        }
    }

    /** One connection; a late word of an old one changes nothing on the new one. */
    private final class Connection implements Socket.Events {

        private @Nullable Socket mine;

        @Override
        public void opened(Socket opened) {
            mine = opened;
            socket = opened;
        }

        @Override
        public void received(byte[] text) {
            note(LoggedFrame.Way.RECEIVED, text);
            try {
                switch (codec.readFrame(text)) {
                    case Frame.Call call -> inOrder.run(() -> owner.called(call));
                    case Frame.CallResult result -> complete(result);
                    case Frame.CallError refused -> complete(refused);
                    case Frame.CallResultError _, Frame.Send _ -> {}
                }
            } catch (FrameException e) {
                malformed(e);
            }
        }

        private void complete(Frame answer) {
            var waiting = pending;
            if (waiting != null && waiting.messageId.equals(answer.messageId())) {
                waiting.answer.complete(answer);
            }
        }

        private void malformed(FrameException e) {
            if (!e.silent()) {
                refuse(e.messageId(), e.error());
            }
            var waiting = pending;
            if (waiting != null && waiting.messageId.equals(e.messageId())) {
                waiting.answer.completeExceptionally(
                        failure("the answer is malformed: " + e.getMessage()));
            }
        }

        @Override
        public void closed(Closed closed) {
            if (socket == mine && mine != null) {
                socket = null;
                failPending("the connection was lost: " + closed);
                inOrder.run(() -> owner.lost(closed));
            }
        }
    }

    /** The refusal of an action that the station knows but has no use for. */
    public static OcppError notSupported(Action action) {
        return new OcppError(
                OcppErrorCode.NOT_SUPPORTED, "this station does not support " + action.wireName());
    }
}
