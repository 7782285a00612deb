/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HiddenSecretsTest { // A14

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"setVariableData\":[{\"attributeValue\":\"geheim\",\"component\":{\"name\":\"SecurityCtrlr\"},"
                        + "\"variable\":{\"name\":\"BasicAuthPassword\"}}]}",
                "{\"configurationSlot\":1,\"connectionData\":{\"basicAuthPassword\":\"geheim\"}}",
                "{\"connectionData\":{\"vpn\":{\"password\":\"geheim\",\"key\":\"geheim\"}}}",
                "{\"connectionData\":{\"apn\":{\"apnPassword\":\"geheim\"}}}",
                "{\"log\":{\"remoteLocation\":\"ftp://admin:geheim@files.example/logs\"}}",
                "{\"locations\":[\"https://geheim@files.example\"]}"
            })
    void hidesWhatNobodyMayRead(String payload) {
        assertThat(HiddenSecrets.in(payload)).doesNotContain("geheim").contains("***");
    }

    @Test
    void hidesNumbersToo() {
        assertThat(HiddenSecrets.in("{\"apn\":{\"simPin\":1234}}"))
                .isEqualTo("{\"apn\":{\"simPin\":\"***\"}}");
    }

    @Test
    void leavesEverythingElseAsItWas() {
        String payload =
                "{ \"type\":\"OnIdle\", \"location\":\"https://files.example/a?mail=a@b.example\", \"x\": 1.0 }";
        assertThat(HiddenSecrets.in(payload)).isSameAs(payload);
    }

    @Test
    void showsWhereTheSecretGoes() {
        assertThat(
                        HiddenSecrets.in(
                                "{\"remoteLocation\":\"ftp://admin:x@files.example/logs\",\"attributeValue\":\"x\"}"))
                .isEqualTo(
                        "{\"remoteLocation\":\"ftp://***@files.example/logs\",\"attributeValue\":\"***\"}");
    }
}
