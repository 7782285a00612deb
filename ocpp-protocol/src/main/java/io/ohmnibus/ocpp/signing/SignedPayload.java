/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.signing;

import io.ohmnibus.ocpp.Action;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.SignatureException;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What stands in place of a payload in a signed message: the parts of a flattened JWS, each in
 * base64url.
 *
 * @param messageType the number of the frame that it came in: 2 for CALL, 3 for CALLRESULT, 6 for
 *     SEND
 * @param protectedHeader algorithm, action, message type and, if all is well, certificate
 * @param payload the payload that was signed
 */
public record SignedPayload(
        int messageType, String protectedHeader, String payload, String signature) {

    /** What the name of a signed action ends in. */
    public static final String ACTION_SUFFIX = "-Signed";

    static final String ALGORITHM = "alg";
    static final String ACTION = "OCPPAction";
    static final String MESSAGE_TYPE = "OCPPMessageTypeId";
    static final String THUMBPRINT = "x5t#S256";

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    /**
     * The payload that was signed.
     *
     * @throws IllegalArgumentException when it is not in base64url
     */
    public byte[] content() {
        return decoded(payload);
    }

    /**
     * SHA-256 of the signer's certificate in base64url, as the signer says; empty when it does not
     * say. Nothing is proved by it before {@link #verify}.
     */
    public Optional<String> certificateThumbprint() {
        try {
            return Optional.ofNullable(header().path(THUMBPRINT).stringValue(null));
        } catch (SignatureException e) {
            return Optional.empty();
        }
    }

    /**
     * Proves that the owner of the key signed this payload for this action and kind of frame. It
     * does not prove that it is new: nothing signed is tied to one message id.
     *
     * @param action whose request this is, or whose request it answers
     * @throws SignatureException when it does not, with a reason that quotes nothing
     */
    public void verify(PublicKey key, Action action) throws SignatureException {
        var header = header();
        var algorithm =
                SigningAlgorithm.ofName(header.path(ALGORITHM).asString(""))
                        .orElseThrow(() -> new SignatureException("algorithm not allowed"));
        if (!algorithm.fits(key)) {
            throw new SignatureException("the key is not one for " + algorithm);
        } else if (header.has("crit")) {
            throw new SignatureException("asks for an extension that is not known here");
        } else if (!header.path(ACTION).asString("").equals(action.wireName())) {
            throw new SignatureException("signed for another action");
        } else if (!header.path(MESSAGE_TYPE).asString("").equals(String.valueOf(messageType))) {
            throw new SignatureException("signed for another kind of frame");
        } else if (!isRight(algorithm, key)) {
            throw new SignatureException("wrong signature");
        }
    }

    private boolean isRight(SigningAlgorithm algorithm, PublicKey key) {
        try {
            var verification = algorithm.signature();
            verification.initVerify(key);
            verification.update(signingInput(protectedHeader, payload));
            return verification.verify(decoded(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** The flattened JSON serialization: what a frame carries as its payload. */
    public byte[] toJson() {
        return bytes(
                JsonNodeFactory.instance
                        .objectNode()
                        .put("payload", payload)
                        .put("protected", protectedHeader)
                        .put("signature", signature));
    }

    static byte[] bytes(JsonNode json) {
        return MAPPER.writeValueAsBytes(json);
    }

    private JsonNode header() throws SignatureException {
        try {
            return MAPPER.readTree(decoded(protectedHeader));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new SignatureException("unreadable header");
        }
    }

    static byte[] signingInput(String protectedHeader, String payload) {
        return (protectedHeader + "." + payload).getBytes(StandardCharsets.US_ASCII);
    }

    static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] decoded(String text) {
        if (text.endsWith("=")) {
            throw new IllegalArgumentException("base64url has no padding in a JWS");
        }
        return Base64.getUrlDecoder().decode(text);
    }
}
