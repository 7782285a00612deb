/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;

/** Reads an array of flat JSON objects as if it were a file of that many lines. */
final class JsonRows extends ValueDeserializer<CsvBody> {

    @Override
    public CsvBody deserialize(JsonParser parser, DeserializationContext context) {
        JsonNode items = context.readTree(parser);
        if (!items.isArray()) {
            throw Problem.badRequest("The body is not an array of objects");
        }
        Set<String> columns = new LinkedHashSet<>();
        List<CsvBody.Row> rows = new ArrayList<>();
        for (JsonNode item : items) {
            int number = rows.size() + 1;
            if (!item.isObject()) {
                throw Problem.badRequest("Item " + number + " of the array is no object");
            }
            Map<String, String> values = new HashMap<>();
            item.properties()
                    .forEach(field -> {
                        columns.add(field.getKey());
                        String text = text(number, field.getKey(), field.getValue());
                        if (!text.isEmpty()) {
                            values.put(field.getKey(), text);
                        }
                    });
            rows.add(new CsvBody.Row(number, values));
        }
        return new CsvBody(List.copyOf(columns), rows);
    }

    private static String text(int number, String name, JsonNode value) {
        if (value.isArray()) {
            return value.valueStream()
                    .map(element -> text(number, name, element))
                    .collect(Collectors.joining(CsvText.BETWEEN));
        }
        if (value.isObject()) {
            throw Problem.badRequest(
                    name, "of item " + number + " is no text, number, boolean or list of those");
        }
        return value.isNull() ? "" : value.asString();
    }
}
