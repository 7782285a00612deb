/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

import io.ohmnibus.ocpp.signing.SignedPayload;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Finds the parts of a flattened JWS in a payload; other members are ignored (RFC 7515, 7.2.2). */
final class SignedPayloads {

    private @Nullable String protectedHeader;
    private @Nullable String payload;
    private @Nullable String signature;

    private SignedPayloads() {}

    /**
     * Reads the object at the parser to its end; null when it is something else than a JWS. No
     * response has a property that is named like a part of it.
     *
     * @throws Violation when a part comes twice
     */
    static @Nullable SignedPayload find(int messageType, JsonParser in) {
        var parts = new SignedPayloads();
        for (String name = in.nextName(); name != null; name = in.nextName()) {
            if (in.nextToken() == JsonToken.VALUE_STRING) {
                parts.take(name, in);
            } else {
                in.skipChildren();
            }
        }
        return parts.protectedHeader == null || parts.payload == null || parts.signature == null
                ? null
                : new SignedPayload(
                        messageType, parts.protectedHeader, parts.payload, parts.signature);
    }

    private void take(String name, JsonParser in) {
        switch (name) {
            case "protected" -> protectedHeader = once(protectedHeader, in);
            case "payload" -> payload = once(payload, in);
            case "signature" -> signature = once(signature, in);
            default -> {}
        }
    }

    private static String once(@Nullable String before, JsonParser in) {
        if (before != null) {
            throw Violation.format("expected each property once");
        }
        return in.getString();
    }

    /** The payload that was signed. */
    static byte[] content(SignedPayload signed) {
        try {
            return signed.content();
        } catch (IllegalArgumentException e) {
            throw Violation.format("expected base64url without padding").inside(".payload");
        }
    }
}
