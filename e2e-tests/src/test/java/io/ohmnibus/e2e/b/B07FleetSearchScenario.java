/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.b;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.simulator.Station;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code SearchResource} finds stations by what their reports have told. */
@UseCase("B07")
class B07FleetSearchScenario {

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void stationsAreFoundByFirmwareAndValue(OcppVersion version) {
        String firmware = "search-" + version.subprotocol();
        try (Station one = accepted(version);
                Station other = accepted(version)) {
            for (Station station : List.of(one, other)) {
                station.call(Boots.withFirmware(firmware));
                Reports.awaitComplete(station, Reports.ask(station, "FullInventory"));
            }
            Variables.set(other, "TxCtrlr", "EVConnectionTimeOut", "66");

            var found =
                    rest().post(
                                    "station/stations/search",
                                    """
                                    {"firmware": "%s", "conditions": [{"component": "TxCtrlr",
                                     "variable": "evconnectiontimeout", "isNot": "120"}]}
                                    """
                                            .formatted(firmware))
                            .expect(200)
                            .path("items");

            assertThat(found).hasSize(1);
            assertThat(found.at("/0/stationId").asString()).isEqualTo(other.id());
            assertThat(found.at("/0/values/0/value").asString()).isEqualTo("66");
            for (String wrong :
                    List.of(
                            "{\"conditions\": [{\"component\": \"A\"}]}",
                            "{\"conditions\": [{\"component\": \"A\", \"variable\": \"B\"}]}")) {
                assertThat(rest().post("station/stations/search", wrong).status()).isEqualTo(400);
            }
        }
    }
}
