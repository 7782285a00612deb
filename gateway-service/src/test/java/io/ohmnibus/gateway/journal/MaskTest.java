/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
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
