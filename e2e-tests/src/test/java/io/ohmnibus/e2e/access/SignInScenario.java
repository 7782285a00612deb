/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.access;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.platform;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.e2e.Rest;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.simulator.Station;
import org.junit.jupiter.api.Test;

/** A person signs in by authorization code with PKCE (RFC 6749 4.1, RFC 7636) and works. */
class SignInScenario {

    @Test
    void theOperatorSignsInAndSendsACommandInTheirOwnName() throws Exception {
        String token = new SignIn().as("operator", platform().operatorPassword());
        Rest operator = rest().as(token);
        try (Station station = accepted(OcppVersion.V2_1)) {
            var command = operator.command("auth", station.id(), "ClearCache", "{}");

            assertThat(command.path("status").asString()).isEqualTo("Answered");
            assertThat(command.path("requestedBy").asString()).isEqualTo("operator");
        }
    }

    @Test
    void aWrongPasswordGetsNoCode() throws Exception {
        assertThat(new SignIn().code("operator", "wrong")).isNull();
    }

    @Test
    void aCodeIsWorthNothingToWhoStoleIt() throws Exception {
        SignIn signIn = new SignIn();
        String code = signIn.code("operator", platform().operatorPassword());
        assertThat(code).isNotNull();

        assertThat(
                        signIn.exchange(code, "a-verifier-that-somebody-else-made-up-0123456789")
                                .statusCode())
                .isEqualTo(400);
    }
}
