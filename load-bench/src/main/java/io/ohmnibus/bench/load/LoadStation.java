/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.load;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One station with at most one CALL open, as the protocol wants it. Everything after the connect
 * happens on the event loop.
 */
final class LoadStation implements StationSocket.Listener {

    private static final String CALL = "[2,";
    private static final String RESULT_ERROR = "[5,";
    private static final String CLEAR_CACHE = "\"ClearCache\"";
    private static final String ID_END = "\"";

    private final int number;
    private final String id;
    private final Deque<Long> intended = new ArrayDeque<>();
    private @Nullable StationSocket socket;
    private @Nullable Load load;
    private long sentFor;
    private boolean waiting;
    private long counter;

    LoadStation(int number, String id) {
        this.number = number;
        this.id = id;
    }

    String id() {
        return id;
    }

    CompletableFuture<LoadStation> connect(Access access) {
        return access.connect(number, id, this)
                .thenApply(opened -> {
                    socket = opened;
                    waiting = false;
                    return this;
                });
    }

    /** From now on its messages belong to this load. */
    void take(@Nullable Load next) {
        load = next;
        counter = 0;
        intended.clear();
    }

    /**
     * Sends the next CALL, or as soon as the one before is answered.
     *
     * @param at when it should have been sent, of {@link System#nanoTime}; its latency counts from
     *     there
     */
    void due(long at) {
        if (waiting) {
            intended.add(at);
        } else {
            send(at);
        }
    }

    private void send(long at) {
        if (load != null && socket != null) {
            waiting = true;
            sentFor = at;
            socket.send(load.traffic().call(number, counter, load.messageId(number, counter)));
            counter++;
        }
    }

    @Override
    public void received(StationSocket from, String text) {
        if (text.startsWith(CALL)) {
            answer(from, text);
            return;
        }
        if (text.startsWith(RESULT_ERROR)) {
            return;
        }
        waiting = false;
        Load current = load;
        if (current != null) {
            current.answered(
                    this,
                    System.nanoTime() - sentFor,
                    current.traffic().succeeds(text) ? null : text);
            Long next = intended.poll();
            if (next != null) {
                send(next);
            }
        }
    }

    /** Does what the bench asks for, and nothing else that the platform may want to know. */
    private static void answer(StationSocket from, String call) {
        String id = call.substring(CALL.length(), call.indexOf(ID_END, CALL.length() + 1) + 1);
        from.send(
                call.contains(CLEAR_CACHE)
                        ? "[3," + id + ",{\"status\":\"Accepted\"}]"
                        : "[4," + id + ",\"NotSupported\",\"\",{}]");
    }

    @Override
    public void closed() {
        socket = null;
        Load current = load;
        if (current != null) {
            current.lost(this);
        }
    }

    void drop() {
        if (socket != null) {
            socket.drop();
        }
    }
}
