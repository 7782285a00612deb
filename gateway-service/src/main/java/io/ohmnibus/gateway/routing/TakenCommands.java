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
        deadlines.put(name(command), command.deadline());
        if (deadlines.size() > limit) {
            deadlines.remove(deadlines.keySet().iterator().next());
        }
    }

    /** Forgets those that are late now: whoever sends them again is told so. */
    synchronized void forgetLate(Instant now) {
        deadlines.values().removeIf(deadline -> !deadline.isAfter(now));
    }

    private static String name(Command command) {
        return command.id() + "/" + command.handedBackBy();
    }
}
