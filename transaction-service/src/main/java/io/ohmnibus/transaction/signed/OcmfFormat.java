/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.signed;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Open Charge Metering Format: {@code OCMF|payload|signature}, both JSON. What is signed is the
 * text of the payload.
 */
@Component
final class OcmfFormat implements MeterDataFormat {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String HEADER = "OCMF|";

    @Override
    public String encodingMethod() {
        return "OCMF";
    }

    @Override
    public SignedContent read(byte[] meterData) {
        String text = new String(meterData, StandardCharsets.UTF_8);
        int end = text.lastIndexOf('|'); // the signature holds none, the payload may
        if (!text.startsWith(HEADER) || end < HEADER.length()) {
            throw new IllegalArgumentException("no OCMF");
        }
        String payload = text.substring(HEADER.length(), end);
        JsonNode signature = json(text.substring(end + 1));
        return new SignedContent(
                payload.getBytes(StandardCharsets.UTF_8),
                bytes(signature.path("SD").asString(""), signature.path("SE").asString("hex")),
                signature.path("SA").asString("ECDSA-secp256r1-SHA256"));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("no OCMF signature", e);
        }
    }

    private static byte[] bytes(String text, String encoding) {
        return switch (encoding) {
            case "hex" -> HexFormat.of().parseHex(text);
            case "base64" -> Base64.getDecoder().decode(text);
            default -> throw new IllegalArgumentException("encoding " + encoding);
        };
    }
}
