/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.fleet;

import static io.ohmnibus.e2e.RunningPlatform.rest;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.e2e.Rest;
import io.ohmnibus.e2e.RunningPlatform;
import io.ohmnibus.ocpp.OcppErrorCode;
import io.ohmnibus.ocpp.OcppException;
import io.ohmnibus.ocpp.message.ChangeAvailabilityRequest;
import io.ohmnibus.ocpp.message.GetVariablesRequest;
import io.ohmnibus.ocpp.message.ResetRequest;
import io.ohmnibus.ocpp.message.ResetResponse;
import io.ohmnibus.ocpp.type.ResetStatusEnum;
import io.ohmnibus.simulator.Station;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One request to many stations of both versions: waves, refusals, halting, pausing. */
class CampaignScenario {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "station     | ChangeAvailability | {\"operationalStatus\": \"Inoperative\"}",
                "station     | SetVariables       | {\"setVariableData\": [{\"attributeValue\": \"77\", \"component\": {\"name\": \"OCPPCommCtrlr\"}, \"variable\": {\"name\": \"HeartbeatInterval\"}}]}",
                "station     | SetDisplayMessage  | {\"message\": {\"id\": 1, \"priority\": \"NormalCycle\", \"message\": {\"format\": \"UTF8\", \"language\": \"en\", \"content\": \"Hello\"}}}",
                "transaction | TriggerMessage     | {\"requestedMessage\": \"Heartbeat\"}",
                "auth        | ClearCache         | {}"
            })
    void anyActionOfAnyServiceReachesEachStationOnce(
            String service, String action, String request) {
        try (Stations stations = new Stations(4, 1)) {
            Campaign campaign =
                    Campaign.begin(
                            service, stations.group(), action, request, ", \"waves\": [1, 3]");

            campaign.eventually("Completed");

            assertThat(campaign.counts())
                    .isEqualTo(Map.of("total", 5, "succeeded", 4, "offline", 1));
            assertThat(campaign.stations("Offline").keySet())
                    .containsExactlyElementsOf(stations.offline());
            assertThat(stations.connected())
                    .allSatisfy(station -> assertThat(Stations.got(station, action)).isOne());
        }
    }

    @Test
    void resetsAFleetAndTellsWhoDidNotWantTo() {
        try (Stations stations = new Stations(6, 2)) {
            Station rejects = stations.connected().get(1);
            rejects.onCall(
                    ResetRequest.class,
                    _ -> new ResetResponse(ResetStatusEnum.REJECTED, null, null));
            Station refuses = stations.connected().get(2);
            refuses.onCall(
                    ResetRequest.class,
                    _ -> {
                        throw new OcppException(OcppErrorCode.NOT_SUPPORTED, "not here");
                    });

            Campaign campaign =
                    Campaign.begin(
                            "station",
                            stations.group(),
                            "Reset",
                            "{\"type\": \"OnIdle\"}",
                            ", \"name\": \"Night\", \"waves\": [2]");
            campaign.eventually("Completed");

            assertThat(campaign.counts())
                    .isEqualTo(
                            Map.of(
                                    "total",
                                    8,
                                    "succeeded",
                                    4,
                                    "rejected",
                                    1,
                                    "refused",
                                    1,
                                    "offline",
                                    2));
            assertThat(campaign.stations("Rejected")).isEqualTo(Map.of(rejects.id(), "Rejected"));
            assertThat(campaign.stations("Refused").get(refuses.id())).startsWith("NotSupported");
            assertThat(campaign.view().path("progress").size()).isEqualTo(4);
            Set<String> rebooted = campaign.stations("Succeeded").keySet();
            for (String id : rebooted) {
                rest().eventually(
                                "station/stations/" + id,
                                shown ->
                                        assertThat(shown.at("/boot/reason").asString())
                                                .isEqualTo("RemoteReset"));
            }
        }
    }

    @Test
    void haltsBeforeMoreStationsFailAndGoesOnWhenResumed() {
        try (Stations stations = new Stations(6, 0)) {
            List<Station> inOrder =
                    stations.connected().stream()
                            .sorted(java.util.Comparator.comparing(Station::id))
                            .toList();
            inOrder.subList(0, 2)
                    .forEach(station ->
                            station.onCall(
                                    ResetRequest.class,
                                    _ -> new ResetResponse(ResetStatusEnum.REJECTED, null, null)));

            Campaign campaign =
                    Campaign.begin(
                            "station",
                            stations.group(),
                            "Reset",
                            "{\"type\": \"OnIdle\"}",
                            ", \"waves\": [2], \"maxFailureRate\": 0.5");
            assertThat(campaign.eventually("Halted").path("reason").asString())
                    .isEqualTo("2 of 2 stations failed");
            assertThat(inOrder.subList(2, 6))
                    .allSatisfy(station -> assertThat(Stations.got(station, "Reset")).isZero());

            campaign.turn("resume");

            campaign.eventually("Completed");
            assertThat(campaign.counts())
                    .isEqualTo(Map.of("total", 6, "succeeded", 4, "rejected", 2));
        }
    }

    @Test
    void stopsForATimeOrForGood() {
        try (Stations stations = new Stations(2, 2)) {
            Campaign campaign =
                    Campaign.begin(
                            "station",
                            stations.group(),
                            "ChangeAvailability",
                            "{\"operationalStatus\": \"Operative\"}",
                            ", \"waves\": [1], \"whenOffline\": \"wait\", \"deadline\": \"PT1H\"");
            // Waits for the first station that is offline.
            campaign.eventually(view -> assertThat(view.at("/stations/sent").asInt()).isOne());
            assertThat(campaign.turn("pause").path("state").asString()).isEqualTo("Paused");
            assertThat(campaign.turn("resume").path("state").asString()).isEqualTo("Running");

            assertThat(campaign.turn("cancel").path("state").asString()).isEqualTo("Cancelled");

            assertThat(campaign.counts().get("cancelled")).isGreaterThanOrEqualTo(1);
            assertThat(rest().post("station/campaigns/" + campaign.id() + "/resume", "").status())
                    .isEqualTo(409);
        }
    }

    @Test
    void aStationThatComesBackGetsWhatWaitedForIt() {
        try (Stations stations = new Stations(1, 0)) {
            Station station = stations.connected().getFirst();
            station.goOffline();
            rest().eventually(
                            "station/stations/" + station.id(),
                            shown -> assertThat(shown.path("online").asBoolean()).isFalse());
            Campaign campaign =
                    Campaign.begin(
                            "station",
                            stations.group(),
                            "ChangeAvailability",
                            "{\"operationalStatus\": \"Operative\"}",
                            ", \"whenOffline\": \"wait\", \"deadline\": \"PT1H\"");
            campaign.eventually(view -> assertThat(view.at("/stations/sent").asInt()).isOne());

            station.goOnline();

            campaign.eventually("Completed");
            assertThat(campaign.counts()).isEqualTo(Map.of("total", 1, "succeeded", 1));
            station.expectCall(ChangeAvailabilityRequest.class, java.time.Duration.ofSeconds(5));
        }
    }

    @Test
    void whatWaitsForAStationIsTakenBackWhenItsCampaignIsCancelled() {
        try (Stations stations = new Stations(1, 0)) {
            Station station = stations.connected().getFirst();
            station.goOffline();
            rest().eventually(
                            "station/stations/" + station.id(),
                            shown -> assertThat(shown.path("online").asBoolean()).isFalse());
            Campaign campaign =
                    Campaign.begin(
                            "station",
                            stations.group(),
                            "Reset",
                            "{\"type\": \"OnIdle\"}",
                            ", \"whenOffline\": \"wait\", \"deadline\": \"PT1H\"");
            campaign.eventually(view -> assertThat(view.at("/stations/sent").asInt()).isOne());

            campaign.turn("cancel");

            campaign.eventually(view -> assertThat(view.at("/stations/cancelled").asInt()).isOne());
            station.goOnline();
            rest().post(
                            "station/stations/" + station.id() + "/commands/GetVariables",
                            """
                            {"getVariableData": [{"component": {"name": "OCPPCommCtrlr"},
                              "variable": {"name": "HeartbeatInterval"}}]}
                            """);
            station.expectCall(GetVariablesRequest.class, java.time.Duration.ofSeconds(30));
            assertThat(Stations.got(station, "Reset")).isZero();
        }
    }

    @Test
    void selectsByAllThatIsKnownOfAStation() {
        try (Stations stations = new Stations(2, 1)) {
            String one = stations.connectedIds().getFirst();
            String place = "L-" + UUID.randomUUID().toString().substring(0, 8);
            rest().put("station/locations/" + place, "{\"name\": \"Depot\"}").expect(201);
            rest().patch("station/stations/" + one, "{\"locationId\": \"" + place + "\"}")
                    .expect(200);
            String group = "\"group\": \"" + stations.group() + "\"";

            assertThat(selected("\"location\": \"" + place + "\"")).isEqualTo(1);
            assertThat(selected(group)).isEqualTo(3);
            assertThat(selected(group + ", \"online\": true")).isEqualTo(2);
            assertThat(selected(group + ", \"online\": false")).isEqualTo(1);
            assertThat(selected(group + ", \"model\": \"Simulator\", \"firmware\": \"0.1.0\""))
                    .isEqualTo(2);
            assertThat(selected("\"stationIds\": [\"" + one + "\"]")).isEqualTo(1);
        }
    }

    private static int selected(String selector) {
        Campaign campaign =
                Campaign.of(
                        "station",
                        """
                        {"action": "GetVariables", "selector": {%s}, "request":
                         {"getVariableData": [{"component": {"name": "OCPPCommCtrlr"},
                          "variable": {"name": "HeartbeatInterval"}}]}}
                        """
                                .formatted(selector));
        campaign.eventually("Completed");
        return campaign.counts().getOrDefault("total", 0);
    }

    @Test
    void saysPreciselyWhatIsWrong() {
        String body = "{\"action\": \"%s\", \"request\": %s, \"selector\": %s}";
        String reset = "{\"type\": \"OnIdle\"}";
        refused(400, body.formatted("Fly", reset, "{\"all\": true}"), "action", "Fly");
        refused(400, body.formatted("BootNotification", "{}", "{\"all\": true}"), "action");
        refused(400, body.formatted("Reset", "{\"type\": \"Now\"}", "{\"all\": true}"), "request");
        refused(400, body.formatted("Reset", reset, "{}"), "selector", "all");
        refused(
                400,
                body.formatted("Reset", reset, "{\"stationIds\": [\"NOBODY\"]}"),
                "selector.stationIds[0]",
                "NOBODY");
        refused(422, body.formatted("Reset", reset, "{\"group\": \"none\"}"), "no station");
        refused(
                422,
                body.formatted("Reset", "{\"type\": \"OnIdle\", \"evseId\": 0}", "{\"all\": true}"),
                "B11.FR.08");
        assertThat(rest().get("station/campaigns/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    @Test
    void whatNoStationMayBeSentBeginsNoCampaignInAnyService() {
        String body = "{\"action\": \"%s\", \"request\": %s, \"selector\": {\"all\": true}}";
        String list = "{\"versionNumber\": 0, \"updateType\": \"Full\"}";
        assertThat(rest().post("auth/campaigns", body.formatted("SendLocalList", list)).body())
                .contains("D01.FR.18");
        String certificate = "{\"certificateChain\": \"nonsense\"}";
        assertThat(
                        rest().post(
                                        "auth/campaigns",
                                        body.formatted("CertificateSigned", certificate))
                                .body())
                .contains("A00.FR.507");
        String reservation =
                """
                {"id": 1, "expiryDateTime": "2020-01-01T00:00:00Z",
                 "idToken": {"idToken": "T1", "type": "ISO14443"}}
                """;
        assertThat(
                        rest().post(
                                        "transaction/campaigns",
                                        body.formatted("ReserveNow", reservation))
                                .body())
                .contains("H04.FR.01");
    }

    private static void refused(int status, String body, String... words) {
        assertThat(rest().post("station/campaigns", body).expect(status).toString())
                .contains(words);
    }

    @Test
    void isSeenByItsTenantOnlyAndMadeByWhoMay() {
        String tenant = "fleet-" + UUID.randomUUID();
        Rest stranger = as(tenant, "admin");
        Rest viewer = as("default", "viewer");
        try (Stations stations = new Stations(1, 0)) {
            Campaign campaign = Campaign.begin("auth", stations.group(), "ClearCache", "{}", "");
            campaign.eventually("Completed");
            String path = "auth/campaigns/" + campaign.id();

            assertThat(rest().get("auth/campaigns?limit=500").body()).contains(campaign.id());
            assertThat(stranger.get("auth/campaigns?limit=500").body())
                    .doesNotContain(campaign.id());
            assertThat(stranger.get(path).status()).isEqualTo(404);
            assertThat(stranger.get(path + "/stations").status()).isEqualTo(404);
            assertThat(stranger.post(path + "/cancel", "").status()).isEqualTo(404);
            String theirs =
                    "{\"action\": \"ClearCache\", \"request\": {}, \"selector\": {\"group\": \"%s\"}}"
                            .formatted(stations.group());
            assertThat(stranger.post("auth/campaigns", theirs).status()).isEqualTo(422);
            assertThat(viewer.get(path).status()).isEqualTo(200);
            assertThat(viewer.post("auth/campaigns", theirs).status()).isEqualTo(403);
            assertThat(Stations.got(stations.connected().getFirst(), "ClearCache")).isOne();
        }
    }

    private static Rest as(String tenant, String role) {
        return rest().as(
                        RunningPlatform.platform().tokens(role + "-" + tenant, tenant, role).get());
    }
}
