/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.routing;

import io.ohmnibus.gateway.command.Command;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The commands that were taken off one partition, until their deadlines. They may come again, when
 * the station may have another connection: a service dies between sending one and striking it off
 * its outbox, a router between handing one on and committing that.
 */
final class TakenCommands {

    /**
     * What is known of one.
     *
     * @param handedOnAfter the connection that had given it back when an earlier router handed it
     *     on; empty when none had
     */
    private record Taken(Instant deadline, boolean withdrawn, String handedOnAfter) {

        Taken withdraw() {
            return new Taken(deadline, true, handedOnAfter);
        }

        /** It was handed on once more, and maybe before. */
        Taken and(Taken other) {
            return other.handedOnAfter.isEmpty()
                    ? this
                    : new Taken(deadline, withdrawn, other.handedOnAfter);
        }
    }

    private final int limit;
    private final Map<String, Taken> byId = new LinkedHashMap<>();

    /**
     * @param limit how many are remembered; beyond it the oldest are forgotten
     */
    TakenCommands(int limit) {
        this.limit = limit;
    }

    /**
     * Whether this very record was taken before. What a connection gives back was not, unless an
     * earlier router handed it on.
     */
    synchronized boolean isRepetition(Command command) {
        Taken taken = byId.get(command.id());
        String giver = command.handedBackBy();
        return taken != null && (giver.isEmpty() || giver.equals(taken.handedOnAfter()));
    }

    synchronized void add(Command command) {
        byId.putIfAbsent(command.id(), new Taken(command.deadline(), false, ""));
        trim();
    }

    /** Takes what an earlier router handed on; in any order. */
    synchronized void handedOn(Command command) {
        byId.merge(
                command.id(),
                new Taken(command.deadline(), false, command.handedBackBy()),
                Taken::and);
        trim();
    }

    private void trim() {
        if (byId.size() > limit) {
            byId.remove(byId.keySet().iterator().next());
        }
    }

    /** Remembers that a command is not wanted any more: a station may still give it back. */
    synchronized void withdraw(String id) {
        byId.computeIfPresent(id, (_, taken) -> taken.withdraw());
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
