/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.journal;

import java.util.Base64;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Makes secrets in a frame unreadable, in place. */
final class Mask {

    private static final JsonNode HIDDEN = StringNode.valueOf("***");
    private static final String PAYLOAD = "payload";
    private static final String SIGNATURE = "signature";

    /** Properties of messages that are secrets wherever they stand. */
    private static final Set<String> SECRETS =
            Set.of("basicAuthPassword", "password", "key", "apnPassword", "simPin");

    private static final Set<String> TOKENS = Set.of("idToken", "additionalIdToken", "idTokens");

    /** What holds the value of a variable, beside its name. */
    private static final Set<String> VALUES = Set.of("attributeValue", "value", "actualValue");

    private static final Pattern USER_IN_URL = Pattern.compile("://[^/@\\s]+@");

    private final boolean tokens;
    private final Set<String> variables;

    Mask(JournalProperties properties) {
        this.tokens = properties.maskIdTokens();
        this.variables = properties.secretVariables();
    }

    void apply(JsonNode node) {
        apply(node, false);
    }

    private void apply(JsonNode node, boolean ofSecretVariable) {
        switch (node) {
            case ObjectNode signed when isSigned(signed) -> open(signed, ofSecretVariable);
            case ObjectNode object -> {
                boolean secret = ofSecretVariable || namesSecret(object);
                for (String name : Set.copyOf(object.propertyNames())) {
                    JsonNode hidden = masked(name, object.get(name), secret);
                    if (hidden == null) {
                        apply(object.get(name), secret);
                    } else {
                        object.set(name, hidden);
                    }
                }
            }
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    JsonNode hidden = withoutUser(array.get(i));
                    if (hidden == null) {
                        apply(array.get(i), ofSecretVariable);
                    } else {
                        array.set(i, hidden);
                    }
                }
            }
            default -> {}
        }
    }

    /** Part 4, 7.1: a flattened JWS in the place of the payload. */
    private static boolean isSigned(ObjectNode object) {
        return object.path(PAYLOAD).isString()
                && object.path("protected").isString()
                && object.path(SIGNATURE).isString();
    }

    /** Shows what was signed, masked; the signature would tell whether a guess of it is right. */
    private void open(ObjectNode signed, boolean ofSecretVariable) {
        signed.set(SIGNATURE, HIDDEN);
        try {
            byte[] content = Base64.getUrlDecoder().decode(signed.path(PAYLOAD).stringValue());
            JsonNode payload = JsonMapper.shared().readTree(content);
            apply(payload, ofSecretVariable);
            signed.set(PAYLOAD, payload);
        } catch (IllegalArgumentException | JacksonException _) {
            signed.set(PAYLOAD, HIDDEN);
        }
    }

    private boolean namesSecret(ObjectNode object) {
        JsonNode name = object.path("variable").path("name");
        return name.isString() && variables.stream().anyMatch(name.stringValue()::equalsIgnoreCase);
    }

    private @Nullable JsonNode masked(String name, JsonNode value, boolean ofSecretVariable) {
        boolean token = tokens && TOKENS.contains(name) && !value.isObject();
        boolean secret = SECRETS.contains(name) && !value.isContainer();
        boolean variable = ofSecretVariable && VALUES.contains(name);
        return token || secret || variable ? HIDDEN : withoutUser(value);
    }

    /** URLs of uploads and downloads may name a user and a password. */
    private static @Nullable JsonNode withoutUser(JsonNode value) {
        if (!value.isString() || !value.stringValue().contains("@")) {
            return null;
        }
        String text = value.stringValue();
        return StringNode.valueOf(USER_IN_URL.matcher(text).replaceAll("://***@"));
    }
}
