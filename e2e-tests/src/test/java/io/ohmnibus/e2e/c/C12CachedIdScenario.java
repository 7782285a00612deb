/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.c;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.station;
import static io.ohmnibus.e2e.RunningPlatform.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.AuthorizeRequest;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Evse;
import io.ohmnibus.simulator.Station;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@code AuthorizeTransactionHandler}: a station starts by what it remembers, and is told when that
 * is no longer so.
 */
@UseCase("C12")
class C12CachedIdScenario {

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @DisplayName("TC_C_08, TC_C_20: Authorization through authorization cache - Accepted, Invalid")
    @Requirement({"C12.FR.02", "C12.FR.03", "C12.FR.05", "E05.FR.01"})
    void aRememberedTokenStartsWithoutAQuestionAndIsJudgedAllTheSame(OcppVersion version) {
        try (Station station =
                accepted(station(version).set("AuthCtrlr", "LocalPreAuthorize", "true"))) {
            IdToken token = token("Accepted");
            Evse evse = station.evse(1).plugIn();
            evse.authorize(token);
            evse.stop();
            assertThat(station.sent(AuthorizeRequest.class)).hasSize(1);

            evse.authorize(token);
            assertThat(station.sent(AuthorizeRequest.class)).hasSize(1);
            assertThat(judgement(evse)).isEqualTo(AuthorizationStatusEnum.ACCEPTED);
            evse.stop().unplug();

            rest().put("auth/tokens/ISO14443/" + token.idToken(), "{\"status\": \"Blocked\"}")
                    .expect(200);
            evse.plugIn().authorize(token);
            assertThat(station.sent(AuthorizeRequest.class)).hasSize(1);
            assertThat(evse.authorizedToken()).as("told by the transaction").isEmpty();
            assertThat(Policies.reason(station, token)).isEqualTo("Status");

            assertThat(evse.authorize(token).status()).isEqualTo(AuthorizationStatusEnum.BLOCKED);
            assertThat(station.sent(AuthorizeRequest.class)).as("C12.FR.05").hasSize(2);
        }
    }

    private static AuthorizationStatusEnum judgement(Evse evse) {
        return Objects.requireNonNull(evse.lastAnswer().orElseThrow().idTokenInfo()).status();
    }
}
