/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A request body of type {@code text/csv} (RFC 4180, UTF-8, first line names the columns), as
 * {@code @RequestBody CsvBody} of a controller method. At most 10 MiB. Where the method takes JSON
 * too, an array of flat objects is the same; a list in one column has semicolons between its
 * elements.
 */
@JsonDeserialize(using = JsonRows.class)
public record CsvBody(List<String> columns, List<Row> rows) {

    public static final int MAX_BYTES = 10 * 1024 * 1024;

    /**
     * One line of data.
     *
     * @param line where it begins in the file, whose header is line 1; in JSON the number of the
     *     item, counted from 1
     * @param values by column; columns without a text in this line are missing
     */
    public record Row(long line, Map<String, String> values) {

        public Row {
            values = Map.copyOf(values);
        }

        /** The text in a column, or null when it is empty or the file has no such column. */
        public @Nullable String get(String column) {
            return values.get(column);
        }
    }

    public CsvBody {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** Ends the request with 400 when a column is missing from the file. */
    public void requireColumns(String... names) {
        for (String name : names) {
            if (!columns.contains(name)) {
                throw Problem.badRequest(name, "is missing from the first line");
            }
        }
    }
}
