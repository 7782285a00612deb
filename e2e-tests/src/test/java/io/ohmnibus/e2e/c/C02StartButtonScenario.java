/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.c;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Station;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code AuthorizeIdToken} and {@code AuthorizeHandler}: a button starts, nobody is asked. */
@UseCase("C02")
class C02StartButtonScenario {

    private static final IdToken NOBODY = new IdToken(null, "", "NoAuthorization", null);

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("C02.FR.02")
    void aButtonMayAlwaysStartATransaction(OcppVersion version) {
        try (Station first = accepted(version);
                Station second = accepted(version)) {
            for (Station station : new Station[] {first, second}) { // nobody is never concurrent
                var evse = station.evse(1).plugIn();
                assertThat(evse.authorize(NOBODY).status())
                        .isEqualTo(AuthorizationStatusEnum.ACCEPTED);
                assertThat(evse.lastAnswer().orElseThrow().idTokenInfo())
                        .extracting(told -> told.status())
                        .isEqualTo(AuthorizationStatusEnum.ACCEPTED);
                evse.startCharging();

                var shown =
                        rest().get(
                                        "transaction/transactions/%s/%s"
                                                .formatted(station.id(), evse.transactionId()))
                                .expect(200);
                assertThat(shown.path("idTokenType").asString()).isEqualTo("NoAuthorization");
                assertThat(shown.path("state").asString()).isEqualTo("Ongoing");
            }
        }
    }
}
