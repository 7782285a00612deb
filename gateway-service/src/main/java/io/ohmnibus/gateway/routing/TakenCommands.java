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

    /** What is known of one. */
    private record Taken(Instant deadline, boolean withdrawn) {}

    private final int limit;
    private final Map<String, Taken> byId = new LinkedHashMap<>();

    /**
     * @param limit how many are remembered; beyond it the oldest are forgotten
     */
    TakenCommands(int limit) {
        this.limit = limit;
    }

    /** Whether its sender sent it again; what a connection gives back is no repetition. */
    synchronized boolean isRepetition(Command command) {
        return command.handedBackBy().isEmpty() && byId.containsKey(command.id());
    }

    synchronized void add(Command command) {
        byId.putIfAbsent(command.id(), new Taken(command.deadline(), false));
        if (byId.size() > limit) {
            byId.remove(byId.keySet().iterator().next());
        }
    }

    /** Remembers that a command is not wanted any more: a station may still give it back. */
    synchronized void withdraw(String id) {
        byId.computeIfPresent(id, (_, taken) -> new Taken(taken.deadline(), true));
    }

    /** Whether somebody took the command back while it was on its way to a station. */
    synchronized boolean isWithdrawn(Command command) {
        Taken taken = byId.get(command.id());
        return taken != null && taken.withdrawn();
    }

    /** Forgets those that are late now: whoever sends them again is told so. */
    synchronized void forgetLate(Instant now) {
        byId.values().removeIf(taken -> !taken.deadline().isAfter(now));
    }
}
