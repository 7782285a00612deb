/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class MaskTest { // A14

    private static final JsonMapper JSON = JsonMapper.shared();

    private static String masked(String frame, boolean tokens) {
        JsonNode json = JSON.readTree(frame);
        new Mask(new JournalProperties(tokens, Set.of("BasicAuthPassword"))).apply(json);
        return JSON.writeValueAsString(json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "[{\"attributeValue\":\"SECRET\",\"variable\":{\"name\":\"BasicAuthPassword\"}}]",
                "[{\"variable\":{\"name\":\"basicauthpassword\"},\"variableAttribute\":[{\"value\":\"SECRET\"}]}]",
                "{\"connectionData\":{\"basicAuthPassword\":\"SECRET\",\"vpn\":{\"password\":\"SECRET\",\"key\":\"SECRET\"}}}",
                "{\"apn\":{\"apnPassword\":\"SECRET\",\"simPin\":1234}}",
                "{\"idToken\":{\"idToken\":\"SECRET\",\"type\":\"ISO14443\"}}",
                "{\"idTokens\":[\"SECRET\"],\"x\":{\"groupIdToken\":{\"idToken\":\"SECRET\"}}}",
                "{\"log\":{\"remoteLocation\":\"ftp://user:SECRET@host/x\"}}",
                "[\"https://SECRET@host\"]"
            })
    void hidesSecrets(String frame) {
        assertThat(masked(frame, true)).doesNotContain("SECRET", "1234").contains("***");
    }

    @Test
    void opensWhatIsSignedAndHidesItsSecrets() { // Part 4, 7.1
        String payload = base64("{\"idToken\":{\"idToken\":\"SECRET\"},\"seqNo\":7}");
        String frame =
                """
                [2,"m","TransactionEvent-Signed",
                 {"protected":"%s","payload":"%s","signature":"c2ln"}]
                """
                        .formatted(base64("{\"alg\":\"ES256\"}"), payload);
        assertThat(masked(frame, true))
                .contains("\"seqNo\":7", "***")
                .doesNotContain("SECRET", payload, "c2ln");
        assertThat(masked(frame.replace(payload, "no JSON"), true)).doesNotContain("no JSON");
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "[{\"attributeValue\":\"60\",\"variable\":{\"name\":\"HeartbeatInterval\"}}]",
                "{\"idToken\":{\"idToken\":\"ABC\",\"type\":\"ISO14443\"}}",
                "{\"text\":\"mail me@home\",\"value\":1.50}"
            })
    void leavesTheRest(String frame) {
        assertThat(JSON.readTree(masked(frame, false))).isEqualTo(JSON.readTree(frame));
    }
}
