/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The catalogue of the 178 use cases of OCPP 2.1, in the order of their ids.
 *
 * <p>Two traps lie in the specification: Part 0 prints S04 as a second "R04", and its table lacks
 * K29 and M07, which Part 2 has. E18 is the reverse: listed in Part 0, without a text in Part 2.
 */
public final class UseCases {

    private static final Map<String, Entry> BY_ID = read();

    private UseCases() {}

    /**
     * A use case.
     *
     * @param name as Part 0 prints it; Part 2 words some differently
     * @param since the version of OCPP that introduced it: 1.6, 2.0.1 or 2.1
     * @param actions those that its sequence uses, in the order of the catalogue; none where it is
     *     internal to the station
     * @param note what is odd about it in the specification; usually empty
     */
    public record Entry(String id, String name, String since, Set<Action> actions, String note) {

        public Entry {
            var ordered = EnumSet.noneOf(Action.class);
            ordered.addAll(actions);
            actions = Collections.unmodifiableSet(ordered);
        }

        public Block block() {
            return Block.valueOf(id.substring(0, 1));
        }
    }

    public static Collection<Entry> all() {
        return BY_ID.values();
    }

    /** The use case of an id such as {@code K01}. */
    public static Optional<Entry> ofId(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /** The use cases in which that action takes part. */
    public static List<Entry> of(Action action) {
        return all().stream().filter(useCase -> useCase.actions().contains(action)).toList();
    }

    private static Map<String, Entry> read() {
        var entries = new LinkedHashMap<String, Entry>();
        text().lines()
                .skip(1)
                .map(UseCases::entry)
                .forEach(entry -> entries.put(entry.id(), entry));
        return Collections.unmodifiableMap(entries);
    }

    private static Entry entry(String line) {
        var columns = Arrays.asList(line.split("\t", -1));
        return new Entry(
                columns.get(0),
                columns.get(1),
                columns.get(2),
                actions(columns.get(3)),
                columns.get(4));
    }

    private static Set<Action> actions(String wireNames) {
        return Arrays.stream(wireNames.split(" "))
                .filter(name -> !name.isEmpty())
                .map(name -> Action.ofWireName(name).orElseThrow())
                .collect(Collectors.toSet());
    }

    private static String text() {
        try (InputStream in = UseCases.class.getResourceAsStream("use-cases.tsv")) {
            if (in == null) {
                throw new IllegalStateException(
                        "use-cases.tsv is missing beside " + UseCases.class);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
