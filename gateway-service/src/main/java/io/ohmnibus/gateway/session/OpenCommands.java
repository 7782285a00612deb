/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.session;

import io.ohmnibus.gateway.command.Command;
import io.ohmnibus.gateway.command.Priority;
import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.codec.Frame;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/** The commands of one connection that have no outcome yet, and the ids of the last that have. */
final class OpenCommands {

    private static final int REMEMBERED = 32;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    /** A command without outcome; it may have reached the station when it was sent. */
    record Left(Command command, boolean sent) {}

    private final int limit;
    private final Map<String, Command> open = new LinkedHashMap<>(4);
    private final List<Command> queue = new ArrayList<>(0);
    private final List<Command> held = new ArrayList<>(0);
    private final Deque<String> finished = new ArrayDeque<>(0);
    private boolean closed;
    private boolean triggered;
    private long triggeredNanos;
    private @Nullable String sentId;
    private @Nullable MonoSink<Frame> sentSink;

    /**
     * @param limit how many may wait to be sent, and how many for the station to be accepted
     */
    OpenCommands(int limit) {
        this.limit = limit;
    }

    /** Whether the connection is gone. */
    synchronized boolean closed() {
        return closed;
    }

    /** False when the command was here before. */
    synchronized boolean add(Command command) {
        if (finished.contains(command.id())) {
            return false;
        }
        return open.putIfAbsent(command.id(), command) == null;
    }

    /** Puts a command behind those of its priority; false when too many wait. */
    synchronized boolean enqueue(Command command) {
        if (queue.size() >= limit) {
            return false;
        }
        int place = queue.size();
        while (place > 0 && priority(queue.get(place - 1)).compareTo(priority(command)) > 0) {
            place--;
        }
        queue.add(place, command);
        return true;
    }

    private static Priority priority(Command command) {
        return Priority.of(command.action());
    }

    /**
     * Takes the command that goes out next; empty when none waits. Between two TriggerMessages is
     * quiet: what is triggered keeps a station busy, and some start over (pain 24).
     */
    Mono<Command> next(Duration quiet) {
        return Mono.fromSupplier(() -> takeNext(quiet.toNanos()))
                .repeatWhenEmpty(
                        turns -> turns.takeWhile(_ -> waiting()).delayElements(LOOK_AGAIN));
    }

    private synchronized @Nullable Command takeNext(long quietNanos) {
        boolean quiet = triggered && System.nanoTime() - triggeredNanos < quietNanos;
        for (Iterator<Command> all = queue.iterator(); all.hasNext(); ) {
            Command command = all.next();
            boolean trigger = command.action() == Action.TRIGGER_MESSAGE;
            if (!quiet || !trigger) {
                all.remove();
                if (trigger) {
                    triggered = true;
                    triggeredNanos = System.nanoTime();
                }
                return command;
            }
        }
        return null;
    }

    private synchronized boolean waiting() {
        return !queue.isEmpty();
    }

    /** Puts a command aside until the station is accepted; false when too many are. */
    synchronized boolean hold(Command command) {
        return held.size() < limit && held.add(command);
    }

    /** Takes back, in order, what was put aside. */
    synchronized List<Command> released() {
        if (held.isEmpty()) {
            return List.of();
        }
        List<Command> all = List.copyOf(held);
        held.clear();
        return all;
    }

    /** Takes what waits, for acceptance or its turn, and is late now. */
    synchronized List<Command> lateAt(Instant now) {
        List<Command> late = new ArrayList<>(0);
        held.removeIf(command -> !command.left(now).isPositive() && late.add(command));
        queue.removeIf(command -> !command.left(now).isPositive() && late.add(command));
        return late;
    }

    /** The CALL is written; the sink gets its answer. False when it was given back. */
    synchronized boolean sent(Command command, MonoSink<Frame> answer) {
        if (!open.containsKey(command.id())) {
            return false;
        }
        sentId = command.id();
        sentSink = answer;
        return true;
    }

    /** Whether no CALL waits for its answer. */
    synchronized boolean idle() {
        return sentId == null;
    }

    /** Takes no more commands, and takes back, in order, those that were not sent. */
    synchronized List<Command> closeToNew() {
        closed = true;
        queue.clear();
        held.clear();
        List<Command> unsent =
                open.values().stream().filter(command -> !command.id().equals(sentId)).toList();
        unsent.forEach(command -> open.remove(command.id()));
        return unsent;
    }

    synchronized @Nullable Action actionOf(String id) {
        Command command = open.get(id);
        return command == null ? null : command.action();
    }

    /** Whether the CALL was written and is not answered. */
    synchronized boolean isSent(Command command) {
        return command.id().equals(sentId);
    }

    /** Takes the sink that waits for an answer of that id. */
    synchronized @Nullable MonoSink<Frame> waiting(String messageId) {
        if (!messageId.equals(sentId)) {
            return null;
        }
        MonoSink<Frame> waiting = sentSink;
        sentSink = null;
        return waiting;
    }

    /** Whether a command of that id was here and has its outcome. */
    synchronized boolean hasEnded(String messageId) {
        return finished.contains(messageId);
    }

    synchronized void remove(Command command) {
        if (open.remove(command.id()) == null) {
            return;
        }
        if (command.id().equals(sentId)) {
            sentId = null;
            sentSink = null;
        }
        finished.add(command.id());
        if (finished.size() > REMEMBERED) {
            finished.remove();
        }
    }

    /** Takes all that is left, in order. */
    synchronized List<Left> drain() {
        closed = true;
        List<Left> left =
                open.values().stream()
                        .map(command -> new Left(command, command.id().equals(sentId)))
                        .toList();
        open.clear();
        queue.clear();
        held.clear();
        return left;
    }
}
