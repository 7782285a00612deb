/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.command;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * A request as people may see it. Hidden are passwords and keys (SetNetworkProfile), the password
 * in an address (GetLog, UpdateFirmware), and all values of SetVariables: whether a variable is
 * write-only is the station's business, and what is not can be read back.
 */
final class HiddenSecrets {

    static final String HIDDEN = "***";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> SECRET =
            Set.of("attributevalue", "simpin", "key", "passphrase", "secret");
    private static final Pattern IN_ADDRESS = Pattern.compile("(?<=://)[^/@\\s]+@");

    private HiddenSecrets() {}

    /** The payload without its secrets; the very same when it has none. */
    static String in(String payload) {
        JsonNode sent = JSON.readTree(payload);
        JsonNode shown = shown("", sent.deepCopy());
        return shown.equals(sent) ? payload : shown.toString();
    }

    private static JsonNode shown(String name, JsonNode value) {
        switch (value) {
            case ObjectNode object ->
                    List.copyOf(object.propertyNames())
                            .forEach(field -> object.set(field, shown(field, object.get(field))));
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, shown(name, array.get(i)));
                }
            }
            default -> {
                return isSecret(name) ? StringNode.valueOf(HIDDEN) : withoutUser(value);
            }
        }
        return value;
    }

    private static boolean isSecret(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return SECRET.contains(lower) || lower.endsWith("password");
    }

    private static JsonNode withoutUser(JsonNode value) {
        return value.isString()
                ? StringNode.valueOf(
                        IN_ADDRESS.matcher(value.stringValue()).replaceAll(HIDDEN + "@"))
                : value;
    }
}
