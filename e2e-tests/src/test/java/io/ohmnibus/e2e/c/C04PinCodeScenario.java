/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.c;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Station;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code AuthorizeHandler}: a key code is right or Invalid. */
@UseCase("C04")
class C04PinCodeScenario {

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"C04.FR.01", "C04.FR.02"})
    void theRightCodeIsAcceptedAndAWrongOneIsInvalid(OcppVersion version) {
        try (Station station = accepted(version)) {
            IdToken right = token("{}", "KeyCode");
            assertThat(Asking.status(station, right)).isEqualTo(AuthorizationStatusEnum.ACCEPTED);

            IdToken wrong = new IdToken(null, "0000-" + station.id(), "KeyCode", null);
            assertThat(Asking.status(station, wrong)).isEqualTo(AuthorizationStatusEnum.INVALID);

            IdToken asCard = new IdToken(null, right.idToken(), "ISO14443", null);
            assertThat(Asking.status(station, asCard)).isEqualTo(AuthorizationStatusEnum.UNKNOWN);
        }
    }
}
