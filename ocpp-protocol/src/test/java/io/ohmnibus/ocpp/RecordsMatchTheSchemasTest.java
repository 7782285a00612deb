/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp;

import static io.ohmnibus.ocpp.OcppVersion.V2_0_1;
import static io.ohmnibus.ocpp.OcppVersion.V2_1;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.Facts.Field;
import io.ohmnibus.ocpp.constraint.Since;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Proves records and enums against the fact tables of both versions: nothing missing, nothing
 * extra.
 */
class RecordsMatchTheSchemasTest {

    private final View now = new View(V2_1);
    private final View before = new View(V2_0_1);

    @Test
    void everyFieldOf21IsAComponentInTheSameOrderAndNothingElseIs() {
        var facts = Facts.fields(V2_1);

        assertThat(byType(now.fields())).isEqualTo(byType(facts));

        System.out.printf(
                "2.1: %d rows of %d types compared%n", facts.size(), byType(facts).size());
    }

    @Test
    void everyFieldOf201IsAComponentAsThatVersionSeesItAndNothingElseIs() {
        var facts = Facts.fields(V2_0_1);
        var opened = enumsThat21Opened(facts);
        var expected =
                facts.stream()
                        .filter(field -> !opened.containsKey(field.type()))
                        .map(field -> withOpenedEnum(field, opened))
                        .toList();

        assertThat(unordered(before.fields())).isEqualTo(unordered(expected));
        assertThat(opened).hasSize(3);

        System.out.printf(
                "2.0.1: %d rows of %d types compared%n", facts.size(), byType(facts).size());
    }

    @Test
    void primitivesAreTheComponentsThatEveryVersionRequires() {
        assertThat(components())
                .isNotEmpty()
                .allSatisfy(component -> {
                    var type = component.getType();
                    assertThat(type.isPrimitive() && View.nullable(component)).isFalse();
                    assertThat(type == Integer.class || type == Boolean.class)
                            .as("%s %s", component.getDeclaringRecord(), component)
                            .isEqualTo(View.nullable(component) && isIntegerOrBoolean(component));
                });
    }

    @Test
    void whatIsNewAsAWholeIsMarkedOnceOnly() {
        assertThat(View.classes())
                .filteredOn(type -> !before.knows(type))
                .isNotEmpty()
                .allSatisfy(type ->
                        assertThat(
                                        Stream.concat(
                                                Arrays.stream(type.getFields()),
                                                type.isRecord()
                                                        ? Arrays.stream(type.getRecordComponents())
                                                        : Stream.of()))
                                .noneMatch(member -> member.isAnnotationPresent(Since.class)));
    }

    @Test
    void responsesThatMaySayNothingHaveAnEmptyConstantAndNoOthersDo() {
        var silent =
                View.classes().stream()
                        .filter(Response.class::isAssignableFrom)
                        .filter(type ->
                                Arrays.stream(type.getRecordComponents()).allMatch(View::nullable))
                        .collect(toSet());
        var withEmpty =
                View.classes().stream()
                        .filter(type ->
                                Arrays.stream(type.getFields())
                                        .anyMatch(f -> f.getName().equals("EMPTY")))
                        .filter(type -> !type.isEnum())
                        .collect(toSet());

        assertThat(withEmpty).isEqualTo(silent).hasSizeGreaterThan(20);
    }

    private static Stream<RecordComponent> components() {
        return View.classes().stream()
                .filter(Class::isRecord)
                .flatMap(type -> Arrays.stream(type.getRecordComponents()));
    }

    private static boolean isIntegerOrBoolean(RecordComponent component) {
        return Set.of(int.class, Integer.class, boolean.class, Boolean.class)
                .contains(component.getType());
    }

    /** Enums of 2.0.1 that are open strings in 2.1, and therefore no Java type. */
    private static Map<String, Field> enumsThat21Opened(List<Field> facts) {
        var names21 = Facts.fields(V2_1).stream().map(Field::type).collect(toSet());
        return facts.stream()
                .filter(field -> field.isEnum() && !names21.contains(field.type()))
                .collect(toMap(Field::type, field -> field));
    }

    private static Field withOpenedEnum(Field field, Map<String, Field> opened) {
        var opening = opened.get(field.jsonType().replace("[]", ""));
        if (opening == null) {
            return field;
        }
        var jsonType = field.jsonType().endsWith("[]") ? "string[]" : "string";
        var constraints = (field.constraints() + " values=" + opening.constraints()).strip();
        return new Field(field.type(), field.field(), jsonType, field.presence(), constraints);
    }

    private static Map<String, List<Field>> byType(List<Field> fields) {
        return fields.stream()
                .collect(groupingBy(Field::type, LinkedHashMap::new, Collectors.toList()));
    }

    /** The order of fields and of enum values is that of 2.1; 2.0.1 had others. */
    private static Set<Object> unordered(List<Field> fields) {
        return fields.stream()
                .map(field ->
                        field.isEnum()
                                ? List.of(field.type(), new HashSet<>(field.values()))
                                : field)
                .collect(toSet());
    }
}
