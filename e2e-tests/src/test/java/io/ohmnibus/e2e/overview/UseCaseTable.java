/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.overview;

import com.tngtech.archunit.core.domain.JavaClass;
import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.Direction;
import io.ohmnibus.ocpp.UseCases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text of docs/use-cases.md. */
final class UseCaseTable {

    private static final String HEAD =
            """
            # Use cases

            All 178 use cases of OCPP 2.1, generated from the catalogue and from `@UseCase` on handlers and scenarios.

            | status | number | meaning |
            | --- | --- | --- |
            | done | %d | a scenario tries it end to end, and every message that a station sends in it is answered |
            | handlers | %d | implemented and tested within its service; no scenario yet |
            | not yet | %d | no behaviour of its own; what the CSMS sends in it can still be sent through the command endpoint |

            S04 is printed as a second R04 in Part 0; K29 and M07 are missing from its table.

            | id | name | handlers | scenario | status |
            | --- | --- | --- | --- | --- |
            """;

    private static final String TAIL =
            """

            ## Messages of stations that nobody answers yet

            %s
            """;

    private final Places places;
    private final Path root;
    private final List<Path> modules;

    UseCaseTable(Places places, Path root) {
        this.places = places;
        this.root = root;
        try (Stream<Path> folders = Files.list(root)) {
            this.modules =
                    folders.filter(folder -> Files.exists(folder.resolve("pom.xml"))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The root of the repository that this test runs in. */
    static Path root() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("mvnw")))
                .findFirst()
                .orElseThrow();
    }

    /** Messages of stations that no handler takes and the gateway does not answer itself. */
    static Set<Action> unanswered(Places places) {
        return Arrays.stream(Action.values())
                .filter(action -> action.direction() != Direction.TO_STATION)
                .filter(action -> action != Action.HEARTBEAT)
                .filter(action -> !places.answering().containsKey(action))
                .collect(Collectors.toSet());
    }

    String text() {
        Map<String, Long> numbers =
                UseCases.all().stream()
                        .collect(
                                Collectors.groupingBy(
                                        this::status, TreeMap::new, Collectors.counting()));
        return HEAD.formatted(
                        numbers.getOrDefault("done", 0L),
                        numbers.getOrDefault("handlers", 0L),
                        numbers.getOrDefault("not yet", 0L))
                + UseCases.all().stream().map(this::row).collect(Collectors.joining())
                + TAIL.formatted(
                        unanswered(places).stream()
                                .map(Action::wireName)
                                .sorted()
                                .collect(Collectors.joining(", ")));
    }

    private String row(UseCases.Entry useCase) {
        return "| %s | %s | %s | %s | %s |%n"
                .formatted(
                        useCase.id(),
                        useCase.name(),
                        links(places.code().getOrDefault(useCase.id(), Set.of())),
                        links(places.scenarios().getOrDefault(useCase.id(), Set.of())),
                        status(useCase));
    }

    private String status(UseCases.Entry useCase) {
        boolean answered = useCase.actions().stream().noneMatch(unanswered(places)::contains);
        if (places.scenarios().containsKey(useCase.id()) && answered) {
            return "done";
        }
        return places.code().containsKey(useCase.id()) ? "handlers" : "not yet";
    }

    private String links(Collection<JavaClass> types) {
        return types.stream()
                .map(type -> "[%s](../%s)".formatted(type.getSimpleName(), source(type)))
                .collect(Collectors.joining(" "));
    }

    private String source(JavaClass type) {
        String file = type.getName().replaceFirst("\\$.*", "").replace('.', '/') + ".java";
        return modules.stream()
                .flatMap(module ->
                        Stream.of("src/main/java/", "src/test/java/")
                                .map(sources -> module.resolve(sources + file)))
                .filter(Files::exists)
                .findFirst()
                .map(path -> root.relativize(path).toString().replace('\\', '/'))
                .orElseThrow(() -> new IllegalStateException("no source of " + type.getName()));
    }
}
