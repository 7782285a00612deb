/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Rows as the text of a CSV file (RFC 4180), which {@link CsvBody} reads back. */
public final class CsvText {

    /** Between the elements of a list in one column. */
    public static final String BETWEEN = ";";

    private static final String LINE_END = "\r\n";

    private CsvText() {}

    /** The lines of the file, the first one with the names of the columns. */
    public static Flux<String> of(List<String> columns, Flux<Map<String, Object>> rows) {
        return Flux.concat(
                Flux.just(line(columns)),
                rows.map(row ->
                        line(columns.stream().map(column -> text(row.get(column))).toList())));
    }

    /** The elements of a column that holds a list; none when it is empty. */
    public static List<String> list(@Nullable String text) {
        return text == null
                ? List.of()
                : List.of(text.split(BETWEEN)).stream()
                        .map(String::strip)
                        .filter(element -> !element.isEmpty())
                        .toList();
    }

    private static String text(@Nullable Object value) {
        return value instanceof Collection<?> list
                ? list.stream().map(Object::toString).collect(Collectors.joining(BETWEEN))
                : Objects.toString(value, "");
    }

    private static String line(List<String> values) {
        return CSVFormat.RFC4180.format(values.toArray()) + LINE_END;
    }
}
