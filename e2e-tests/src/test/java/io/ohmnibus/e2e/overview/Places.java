/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.overview;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.Kind;
import io.ohmnibus.platform.ocpp.CallHandler;
import io.ohmnibus.platform.ocpp.CallObserver;
import io.ohmnibus.platform.ocpp.UseCase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.core.ResolvableType;

/** Where the platform's code and scenarios say which use case they serve. */
final class Places {

    private static final String SCENARIO = "Scenario";

    private final Map<String, Set<JavaClass>> code = new TreeMap<>();
    private final Map<String, Set<JavaClass>> scenarios = new TreeMap<>();
    private final Map<Action, List<String>> answering = new EnumMap<>(Action.class);

    private Places() {}

    /** Reads all classes of the project on the class path but those of the protocol. */
    static Places ofClassPath() {
        JavaClasses classes =
                new ClassFileImporter()
                        .withImportOption(location -> !location.contains("/io/ohmnibus/ocpp/"))
                        .importPackages("io.ohmnibus");
        Places places = new Places();
        classes.forEach(places::read);
        return places;
    }

    private void read(JavaClass type) {
        boolean scenario = type.getSimpleName().endsWith(SCENARIO);
        ids(type)
                .forEach(id ->
                        (scenario ? scenarios : code)
                                .computeIfAbsent(
                                        id,
                                        key ->
                                                new TreeSet<>(
                                                        Comparator.comparing(JavaClass::getName)))
                                .add(type));
        if (!type.isInterface()) {
            answered(type)
                    .forEach(action ->
                            answering
                                    .computeIfAbsent(action, key -> new ArrayList<>())
                                    .add(type.getName()));
        }
    }

    private static Stream<String> ids(JavaClass type) {
        return Stream.concat(
                        type.tryGetAnnotationOfType(UseCase.class).stream(),
                        type.getMethods().stream()
                                .flatMap(method ->
                                        method.tryGetAnnotationOfType(UseCase.class).stream()))
                .flatMap(useCase -> Arrays.stream(useCase.value()));
    }

    /** What it answers; for a SEND, which has no answer, what it takes. */
    private static Stream<Action> answered(JavaClass type) {
        if (type.isAssignableTo(CallHandler.class)) {
            return ids(type).findAny().isEmpty() // what only wraps a handler
                    ? Stream.of()
                    : Stream.of(action(type, CallHandler.class));
        }
        if (type.isAssignableTo(CallObserver.class)) {
            return Stream.of(action(type, CallObserver.class))
                    .filter(action -> action.kind() == Kind.SEND);
        }
        return Stream.of();
    }

    private static Action action(JavaClass type, Class<?> shape) {
        return Action.ofRequest(
                ResolvableType.forClass(type.reflect()).as(shape).getGeneric(0).toClass());
    }

    /** The classes that serve a use case, by its id. */
    Map<String, Set<JavaClass>> code() {
        return code;
    }

    /** The scenarios that try a use case, by its id. */
    Map<String, Set<JavaClass>> scenarios() {
        return scenarios;
    }

    /** The classes that answer an action of stations. */
    Map<Action, List<String>> answering() {
        return answering;
    }
}
