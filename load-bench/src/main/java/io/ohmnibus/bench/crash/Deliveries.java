/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.crash;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What became of each command: how often its station saw it, and what the platform says of it. */
final class Deliveries {

    private record Fate(int seen, Optional<String> commandId) {}

    private final Map<String, Fate> commands = new ConcurrentHashMap<>();

    /** A station got the command. */
    void delivered(String name) {
        commands.merge(
                name,
                new Fate(1, Optional.empty()),
                (known, _) -> new Fate(known.seen() + 1, known.commandId()));
    }

    /** The platform took the command and will end it under that id. */
    void taken(String name, String commandId) {
        commands.merge(
                name,
                new Fate(0, Optional.of(commandId)),
                (known, taken) -> new Fate(known.seen(), taken.commandId()));
    }

    /** The commands that a station saw more than once. */
    List<String> doubled() {
        return names(fate -> fate.seen() > 1).toList();
    }

    /** How many a station saw. */
    long seen() {
        return names(fate -> fate.seen() > 0).count();
    }

    /** Those that the platform took, by its id. */
    Map<String, String> taken() {
        Map<String, String> taken = new ConcurrentHashMap<>();
        commands.forEach((name, fate) -> fate.commandId().ifPresent(id -> taken.put(id, name)));
        return taken;
    }

    /** Whether a station saw it. */
    boolean wasSeen(String name) {
        Fate fate = commands.get(name);
        return fate != null && fate.seen() > 0;
    }

    private Stream<String> names(java.util.function.Predicate<Fate> which) {
        return commands.entrySet().stream()
                .filter(entry -> which.test(entry.getValue()))
                .map(Map.Entry::getKey);
    }
}
