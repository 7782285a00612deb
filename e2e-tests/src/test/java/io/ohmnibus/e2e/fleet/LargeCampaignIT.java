/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.message.SetVariablesRequest;
import io.ohmnibus.ocpp.message.SetVariablesResponse;
import io.ohmnibus.ocpp.type.SetVariableData;
import io.ohmnibus.ocpp.type.SetVariableResult;
import io.ohmnibus.ocpp.type.SetVariableStatusEnum;
import io.ohmnibus.simulator.Station;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** 500 stations, of which 50 are offline and 20 refuse. */
@Isolated
@Tag("faults")
final class LargeCampaignIT {

    private static final String REQUEST =
            """
            {"setVariableData": [{"attributeValue": "77", "component": {"name": "OCPPCommCtrlr"},
             "variable": {"name": "HeartbeatInterval"}}]}
            """;

    @Test
    void countsAreExactAndEachStationHasItsOutcome() {
        try (Stations stations = new Stations(450, 50)) {
            List<Station> refusing = stations.connected().subList(100, 120);
            refusing.forEach(
                    station -> station.onCall(SetVariablesRequest.class, LargeCampaignIT::refused));

            Campaign campaign =
                    Campaign.begin(
                            "station",
                            stations.group(),
                            "SetVariables",
                            REQUEST,
                            ", \"waves\": [10, 90, 200]");
            campaign.eventually("Completed");

            assertThat(campaign.counts())
                    .isEqualTo(
                            Map.of("total", 500, "succeeded", 430, "rejected", 20, "offline", 50));
            assertThat(campaign.stations("Rejected").keySet())
                    .containsExactlyInAnyOrderElementsOf(
                            refusing.stream().map(Station::id).toList());
            assertThat(campaign.stations("Offline").keySet())
                    .containsExactlyInAnyOrderElementsOf(stations.offline());
            assertThat(stations.connected())
                    .allSatisfy(station ->
                            assertThat(Stations.got(station, "SetVariables"))
                                    .as(station.id())
                                    .isOne());
        }
    }

    private static SetVariablesResponse refused(SetVariablesRequest request) {
        SetVariableData data = request.setVariableData().getFirst();
        return new SetVariablesResponse(
                List.of(
                        new SetVariableResult(
                                data.attributeType(),
                                SetVariableStatusEnum.REJECTED,
                                null,
                                data.component(),
                                data.variable(),
                                null)),
                null);
    }
}
