/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The tables in {@code src/test/resources/facts}, computed from the schemas of the specification.
 */
final class Facts {

    private Facts() {}

    /** The rows of a table, each by column name. */
    static List<Map<String, String>> table(String name) {
        var lines = text(name).lines().toList();
        var columns = lines.getFirst().split("\t", -1);
        return lines.stream().skip(1).map(line -> row(columns, line.split("\t", -1))).toList();
    }

    /** The fields of a version; an enum is one row whose field is "-". */
    static List<Field> fields(OcppVersion version) {
        var number = version.subprotocol().substring("ocpp".length());
        return table("fields-" + number + ".tsv").stream()
                .map(row ->
                        new Field(
                                cell(row, "type"),
                                cell(row, "field"),
                                cell(row, "json_type"),
                                cell(row, "presence"),
                                withoutDefault(cell(row, "constraints"))))
                .toList();
    }

    static String cell(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }

    /** One line of a fields table. */
    record Field(String type, String field, String jsonType, String presence, String constraints) {

        boolean isEnum() {
            return field.equals("-");
        }

        List<String> values() {
            return Arrays.asList(constraints.split("\\|", -1));
        }
    }

    /**
     * What a receiver assumes when a field is absent is no constraint, and not part of the records.
     */
    private static String withoutDefault(String constraints) {
        return constraints.replaceAll(" ?default=.*$", "");
    }

    private static Map<String, String> row(String[] columns, String[] cells) {
        var row = new HashMap<String, String>();
        for (int i = 0; i < columns.length; i++) {
            row.put(columns[i], cells[i]);
        }
        return row;
    }

    private static String text(String name) {
        try (InputStream in = Facts.class.getResourceAsStream("/facts/" + name)) {
            return new String(
                    Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
