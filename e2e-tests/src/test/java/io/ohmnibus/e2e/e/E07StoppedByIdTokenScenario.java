/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.e;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.station;
import static io.ohmnibus.e2e.RunningPlatform.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Evse;
import io.ohmnibus.simulator.Station;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * {@code RecordTransaction}, {@code AuthorizeIdToken}: the driver shows the card again; {@code
 * ReleaseToken} lets it charge elsewhere.
 */
@UseCase("E07")
class E07StoppedByIdTokenScenario {

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"E07.FR.01", "E07.FR.02", "E07.FR.05"})
    void theSameTokenStopsWhatItStarted(OcppVersion version) {
        try (Station station = accepted(station(version).evses(2))) {
            IdToken token = token("Accepted");
            Evse evse = station.evse(1).plugIn();
            evse.authorize(token);
            evse.startCharging().meter(new BigDecimal("750"));
            evse.authorize(token);
            evse.unplug();

            JsonNode shown = TransactionOf.shown(station, evse);
            assertThat(shown.path("state").asString()).isEqualTo("Ended");
            assertThat(shown.path("stoppedReason").asString()).isEqualTo("Local");
            assertThat(shown.path("energyWh").decimalValue()).isEqualByComparingTo("750");
            assertThat(shown.path("complete").asBoolean()).isTrue();

            rest().eventually(
                            "auth/tokens/ISO14443/" + token.idToken() + "/transactions",
                            running -> assertThat(running.path("items")).isEmpty());
            Evse next = station.evse(2).plugIn();
            next.authorize(token);
            assertThat(TransactionOf.shown(station, next).path("authorizationStatus").asString())
                    .isEqualTo("Accepted");
        }
    }
}
