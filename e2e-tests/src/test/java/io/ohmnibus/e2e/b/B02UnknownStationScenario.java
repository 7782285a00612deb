/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.b;

import static io.ohmnibus.e2e.RunningPlatform.platform;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.ocpp.type.RegistrationStatusEnum;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.simulator.Station;
import io.ohmnibus.simulator.StationBuilder;
import io.ohmnibus.simulator.rpc.ConnectFailedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code PoolResource}: a station that nobody knows is refused, seen, claimed and let in. */
@UseCase("B02")
class B02UnknownStationScenario {

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void aStationThatNobodyKnowsIsClaimed(OcppVersion version) {
        rest().put("station/unknown-stations/switch", "{\"on\": true}");
        String id = "UNKNOWN-" + version.subprotocol();
        StationBuilder builder =
                Station.builder(id)
                        .version(version)
                        .url("ws://localhost:" + platform().settings().stations() + "/ocpp")
                        .password("a-guess-of-20-letters");
        assertThatThrownBy(builder::start).isInstanceOf(ConnectFailedException.class);

        rest().eventually(
                        "station/unknown-stations?limit=500",
                        found ->
                                assertThat(found.path("items"))
                                        .anyMatch(s -> s.path("stationId").asString().equals(id)));
        assertThat(rest().get("station/stations/" + id).status()).isEqualTo(404);
        assertThat(rest().post("station/unknown-stations/NEVER-SEEN/claim", "{}").status())
                .isEqualTo(404);

        String password =
                rest().post("station/unknown-stations/" + id + "/claim", "{}")
                        .expect(201)
                        .path("password")
                        .asString();

        assertThatThrownBy(builder::start).isInstanceOf(ConnectFailedException.class);
        try (Station station = started(builder.password(password))) {
            assertThat(station.boot(BootReasonEnum.POWER_UP).status())
                    .isEqualTo(RegistrationStatusEnum.ACCEPTED);
        }
        assertThat(rest().post("station/unknown-stations/" + id + "/claim", "{}").status())
                .isEqualTo(404);
    }
}
