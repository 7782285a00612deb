/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.routing;

import io.ohmnibus.contracts.gateway.StationConnection;
import io.ohmnibus.gateway.command.Command;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the router knows of one station: its newest connection, and the commands that wait. */
final class RoutedStation {

    private final Deque<Command> held = new ArrayDeque<>(0);
    private @Nullable StationConnection connection;

    synchronized @Nullable StationConnection connection() {
        return connection;
    }

    /** Takes the next record of the directory; the connection that stands after it. */
    synchronized StationConnection apply(StationConnection next) {
        StationConnection known = connection;
        StationConnection current = known == null ? next : known.then(next);
        connection = current;
        return current;
    }

    synchronized void forget() {
        connection = null;
    }

    /** False when it already waits here or too many do. */
    synchronized boolean hold(Command command, int limit) {
        boolean known = held.stream().anyMatch(waiting -> waiting.id().equals(command.id()));
        return known || (held.size() < limit && held.add(command));
    }

    /** Forgets a command that another router sent on, or ended. */
    synchronized void drop(String commandId) {
        held.removeIf(command -> command.id().equals(commandId));
    }

    /** Takes a command that waits; null when it does not. */
    synchronized @Nullable Command take(String commandId) {
        for (Command command : held) {
            if (command.id().equals(commandId)) {
                held.remove(command);
                return command;
            }
        }
        return null;
    }

    synchronized int waiting() {
        return held.size();
    }

    /** Takes the command that has waited longest. */
    synchronized @Nullable Command next() {
        return held.poll();
    }

    synchronized void putBack(Command command) {
        held.addFirst(command);
    }

    synchronized List<Command> expired(Instant now) {
        List<Command> late = new ArrayList<>(0);
        held.removeIf(command -> !command.left(now).isPositive() && late.add(command));
        return late;
    }
}
