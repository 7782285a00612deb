/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.c;

import static io.ohmnibus.e2e.RunningPlatform.station;
import static io.ohmnibus.e2e.RunningPlatform.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.AuthorizeRequest;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.simulator.Station;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Authorize: tokens that the platform knows, and one that it does not. */
@UseCase("C01")
class C01AuthorizeScenario {

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void aTokenGetsItsOwnStatus(OcppVersion version) {
        try (Station station = station(version).start()) {
            station.boot(BootReasonEnum.POWER_UP);

            assertThat(status(station, token("Active")))
                    .isEqualTo(AuthorizationStatusEnum.ACCEPTED);
            assertThat(status(station, token("Blocked")))
                    .isEqualTo(AuthorizationStatusEnum.BLOCKED);
            assertThat(status(station, new IdToken(null, "NEVERSEEN", "ISO14443", null)))
                    .isEqualTo(AuthorizationStatusEnum.UNKNOWN);

            IdToken known = token("Active");
            String other = known.idToken().toLowerCase(Locale.ROOT);
            assertThat(status(station, new IdToken(null, other, "ISO14443", null)))
                    .isEqualTo(AuthorizationStatusEnum.ACCEPTED);
        }
    }

    private static AuthorizationStatusEnum status(Station station, IdToken token) {
        return station.call(new AuthorizeRequest(token, null, null, null)).idTokenInfo().status();
    }
}
