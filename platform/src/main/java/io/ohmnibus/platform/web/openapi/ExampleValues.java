/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.web.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What stands in examples, from the files {@code openapi-examples.properties} of all modules: for
 * {@code Type}, {@code Type.property}, else {@code property}, a value in JSON or a text, or
 * nothing, which leaves a property out; for {@code operationId.request} and {@code
 * operationId.answer} whole bodies, for those with {@code .text} whole texts.
 */
final class ExampleValues {

    private static final String FILE = "openapi-examples.properties";

    private final Properties values;

    private ExampleValues(Properties values) {
        this.values = values;
    }

    static ExampleValues load() {
        try {
            return new ExampleValues(PropertiesLoaderUtils.loadAllProperties(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of that name as it stands, or null when nobody gave one. */
    @Nullable String text(String name) {
        return values.getProperty(name);
    }

    /** Whether the property is left out, as it would not go with the others. */
    boolean leavesOut(String type, String property) {
        return "".equals(values.getProperty(type + "." + property))
                || "".equals(values.getProperty(property));
    }

    /** The value of that name, or null when nobody gave one. */
    @Nullable Object of(String name) {
        String text = values.getProperty(name);
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return JsonMapper.shared().readValue(text, Object.class);
        } catch (JacksonException _) {
            return text;
        }
    }
}
