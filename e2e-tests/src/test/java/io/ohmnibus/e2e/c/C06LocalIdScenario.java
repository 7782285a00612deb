/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.c;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.type.AdditionalInfo;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Station;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code AuthorizeHandler}: an id that a parking system made, with the ticket it belongs to. */
@UseCase("C06")
class C06LocalIdScenario {

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"C06.FR.02", "C06.FR.04"})
    void aLocalIdIsJudgedLikeAnyOther(OcppVersion version) {
        try (Station station = accepted(version)) {
            IdToken known = token("{}", "Local");
            var ticket =
                    new IdToken(
                            List.of(new AdditionalInfo("P-4711", "ParkingTicket", null)),
                            known.idToken(),
                            "Local",
                            null);
            assertThat(Asking.status(station, ticket)).isEqualTo(AuthorizationStatusEnum.ACCEPTED);

            IdToken unknown = new IdToken(null, "TICKET-" + station.id(), "Local", null);
            assertThat(Asking.status(station, unknown)).isEqualTo(AuthorizationStatusEnum.UNKNOWN);
        }
    }
}
