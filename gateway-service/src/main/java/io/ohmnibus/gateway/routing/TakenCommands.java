/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.routing;

import io.ohmnibus.gateway.command.Command;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The commands that were taken off one partition, until their deadlines: a service that dies
 * between sending one and striking it off its outbox sends it again, when the station may have
 * another connection.
 */
final class TakenCommands {

    /** Between the id and who handed the command back: at first, nobody. */
    private static final String FIRST_TIME = "/";

    private final int limit;
    private final Map<String, Instant> deadlines = new LinkedHashMap<>();

    /**
     * @param limit how many are remembered; beyond it the oldest are forgotten
     */
    TakenCommands(int limit) {
        this.limit = limit;
    }

    /** Whether this very record was taken before; handed back it is another one. */
    synchronized boolean contains(Command command) {
        return deadlines.containsKey(name(command));
    }

    synchronized void add(Command command) {
        remember(name(command), command.deadline());
    }

    /** Remembers that a command is not wanted any more: a station may still give it back. */
    synchronized void withdraw(String id) {
        Instant deadline = deadlines.get(id + FIRST_TIME);
        if (deadline != null) {
            remember(id, deadline);
        }
    }

    /** Whether somebody took the command back while it was on its way to a station. */
    synchronized boolean isWithdrawn(Command command) {
        return deadlines.containsKey(command.id());
    }

    private void remember(String name, Instant deadline) {
        deadlines.put(name, deadline);
        if (deadlines.size() > limit) {
            deadlines.remove(deadlines.keySet().iterator().next());
        }
    }

    /** Forgets those that are late now: whoever sends them again is told so. */
    synchronized void forgetLate(Instant now) {
        deadlines.values().removeIf(deadline -> !deadline.isAfter(now));
    }

    private static String name(Command command) {
        return command.id() + FIRST_TIME + command.handedBackBy();
    }
}
