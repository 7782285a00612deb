/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp;

import static io.ohmnibus.ocpp.OcppVersion.V2_0_1;
import static io.ohmnibus.ocpp.OcppVersion.V2_1;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.constraint.Range;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

/** Proves that the annotations tell every difference between 2.0.1 and 2.1, and no other. */
class DifferencesTest {

    private final View before = new View(V2_0_1);
    private final View now = new View(V2_1);
    private final List<Difference> found = new ArrayList<>();

    /**
     * What the table leaves out, as it does not look into lists of plain values; the fields tables
     * do.
     */
    private static final List<Difference> NOT_IN_THE_TABLE =
            List.of(
                    atLeastZero("AuthorizeResponse", "idTokenInfo.evseId[]"),
                    atLeastZero("ClearVariableMonitoringRequest", "id[]"),
                    atLeastZero("GetDisplayMessagesRequest", "id[]"),
                    atLeastZero(
                            "SendLocalListRequest",
                            "localAuthorizationList[].idTokenInfo.evseId[]"),
                    atLeastZero("TransactionEventResponse", "idTokenInfo.evseId[]"),
                    new Difference(
                            "PublishFirmwareStatusNotificationRequest",
                            "location[]",
                            "maxLength",
                            "512",
                            "2000"));

    /** One line of the table of differences. */
    record Difference(String message, String path, String change, String old, String now) {}

    @Test
    void annotationsTellEveryDifferenceBetweenTheVersionsAndNoOther() {
        var facts =
                Facts.table("diff_2.0.1_to_2.1.tsv").stream()
                        .map(row ->
                                new Difference(
                                        Facts.cell(row, "message"),
                                        Facts.cell(row, "path"),
                                        Facts.cell(row, "change"),
                                        Facts.cell(row, "old"),
                                        Facts.cell(row, "new")))
                        .toList();

        View.classes().stream()
                .filter(Message.class::isAssignableFrom)
                .filter(before::knows)
                .forEach(message -> walk(message.getSimpleName(), message, ""));

        assertThat(found).containsAll(NOT_IN_THE_TABLE);
        found.removeAll(NOT_IN_THE_TABLE);
        assertThat(found).containsExactlyInAnyOrderElementsOf(facts);

        System.out.printf(
                "%d differences of %d messages compared%n",
                facts.size(), facts.stream().map(Difference::message).collect(toSet()).size());
    }

    private void walk(String message, Class<?> type, String prefix) {
        for (var component : now.components(type)) {
            var path = prefix + component.getName();
            compare(message, path, component);
            var element = View.elementType(component);
            if (before.knows(component) && element.isRecord()) {
                walk(message, element, path + (isList(component) ? "[]." : "."));
            }
        }
    }

    private void compare(String message, String path, RecordComponent component) {
        if (!before.knows(component)) {
            add(message, path, "field added", "", schemaType(component));
            if (now.required(component)) {
                add(message, path, "became required", "no", "yes");
            }
            return;
        }
        if (before.required(component) != now.required(component)) {
            add(message, path, "no longer required", "yes", "no");
        }
        var elementPath = path + (isList(component) ? "[]" : "");
        compareValues(message, elementPath, component);
        compareBound(message, elementPath, "minimum", component, Range::min, Long.MIN_VALUE);
        compareBound(message, elementPath, "maximum", component, Range::max, Long.MAX_VALUE);
    }

    private void compareValues(String message, String path, RecordComponent component) {
        var closed = before.closedValues(component);
        if (!closed.isEmpty()) {
            var max = now.maxLength(component).orElseThrow();
            add(
                    message,
                    path,
                    "enum became open string",
                    String.join("|", closed),
                    "string max " + max);
        } else if (!before.maxLength(component).equals(now.maxLength(component))) {
            add(
                    message,
                    path,
                    "maxLength",
                    before.maxLength(component).orElseThrow().toString(),
                    now.maxLength(component).orElseThrow().toString());
        }
        if (!before.jsonType(component).equals(now.jsonType(component))) {
            add(message, path, "type", before.jsonType(component), now.jsonType(component));
        }
        var element = View.elementType(component);
        if (element.isEnum() && !before.values(element).equals(now.values(element))) {
            var added =
                    now.values(element).stream()
                            .filter(value -> !before.values(element).contains(value))
                            .collect(joining("|"));
            add(message, path, "enum values added", "", added);
        }
    }

    private void compareBound(
            String message,
            String path,
            String name,
            RecordComponent component,
            ToLongFunction<Range> bound,
            long none) {
        long old = before.range(component).map(bound::applyAsLong).orElse(none);
        long current = now.range(component).map(bound::applyAsLong).orElse(none);
        if (old != current) {
            add(message, path, name, old == none ? "" : old + ".0", current + ".0");
        }
    }

    private static Difference atLeastZero(String message, String path) {
        return new Difference(message, path, "minimum", "", "0.0");
    }

    private static String schemaType(RecordComponent component) {
        if (isList(component)) {
            return "array";
        }
        var element = View.elementType(component);
        if (element.isRecord()) {
            return "object";
        }
        return element.isEnum()
                ? "string"
                : Objects.requireNonNull(new View(V2_1).jsonType(component));
    }

    private static boolean isList(RecordComponent component) {
        return component.getType() == List.class;
    }

    private void add(String... cells) {
        var row = Arrays.asList(cells);
        found.add(new Difference(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4)));
    }
}
