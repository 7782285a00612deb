/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.overview;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code docs/configuration.md}: what the properties records of all modules say of themselves. */
final class ConfigurationTable {

    private static final String METADATA = "META-INF/spring-configuration-metadata.json";
    private static final String OURS = "ohmnibus.";
    private static final String INTRODUCTION =
            """
            # Configuration

            Generated from the properties records; the Javadoc there is the text here. Set a property in the service's own file (`<service>.yml`), as
            a system property or argument, or as an environment variable: `ohmnibus.database.host` is `OHMNIBUS_DATABASE_HOST`. Durations are written
            like `30s` or `PT30S`. Lists have an index: `ohmnibus.gateway.session.models[0]…`. Everything that Spring Boot knows can be set too; what the
            platform sets of it stands in `platform-defaults.properties`.
            """;

    private ConfigurationTable() {}

    /** The page. */
    static String text() throws IOException {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        String section = "";
        for (Map.Entry<String, JsonNode> entry : properties().entrySet()) {
            String name = entry.getKey();
            String group = name.substring(0, name.indexOf('.', OURS.length()));
            if (!group.equals(section)) {
                section = group;
                page.append("\n## `").append(group).append("`\n\n");
                page.append("| property | type | default | meaning |\n| --- | --- | --- | --- |\n");
            }
            page.append(row(name, entry.getValue()));
        }
        return page.toString();
    }

    /**
     * All properties of all modules by name; where two records read one, the longer text stands.
     */
    static SortedMap<String, JsonNode> properties() throws IOException {
        SortedMap<String, JsonNode> found = new TreeMap<>();
        ClassLoader classes = ConfigurationTable.class.getClassLoader();
        for (URL url : Collections.list(classes.getResources(METADATA))) {
            try (InputStream in = url.openStream()) {
                for (JsonNode property :
                        JsonMapper.shared().readTree(in.readAllBytes()).path("properties")) {
                    String name = property.path("name").asString("");
                    if (name.startsWith(OURS)) {
                        found.merge(
                                name,
                                property,
                                (one, other) ->
                                        meaning(other).length() > meaning(one).length()
                                                ? other
                                                : one);
                    }
                }
            }
        }
        return found;
    }

    /** What the Javadoc says, or nothing. */
    static String meaning(JsonNode property) {
        return property.path("description")
                .asString("")
                .replaceAll("\\{@(?:code|link|value) ([^}]*)}", "`$1`")
                .replaceAll("\\s+", " ")
                .replace("|", "\\|")
                .strip();
    }

    private static String row(String name, JsonNode property) {
        String type = property.path("type").asString("").replaceAll("\\b[a-z0-9]+\\.", "");
        JsonNode value = property.path("defaultValue");
        String text = value.isMissingNode() ? "" : value.asString("");
        return "| `%s` | %s | %s | %s |\n"
                .formatted(
                        name,
                        type.replace('$', '.').replace("<", "&lt;"),
                        text.isEmpty() ? "" : "`" + text + "`",
                        meaning(property));
    }
}
