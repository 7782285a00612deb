/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.fleet;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.station;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.e2e.Rest;
import io.ohmnibus.e2e.RunningPlatform;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.simulator.Station;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stations, EVSEs, connectors, models, locations and groups; in and out as CSV and JSON. */
class RegistryScenario {

    private final String tenant = "registry-" + UUID.randomUUID();
    private final Rest rest = as(tenant, "admin");

    private static Rest as(String tenant, String role) {
        return rest().as(
                        RunningPlatform.platform().tokens(role + "-" + tenant, tenant, role).get());
    }

    private static final String LOCATIONS =
            """
            id,name,address,city,postalCode,country,latitude,longitude,timeZone\r
            L-1,"Depot ""North"", yard",Street 1,Berlin,10115,DE,52.532,13.3849,Europe/Berlin\r
            L-2,Depot South,,,,,,,\r
            """;

    @Test
    void whatIsExportedCanBeImportedByAnother() {
        assertThat(
                        rest.importCsv("station/locations/import", LOCATIONS)
                                .expect(200)
                                .path("imported")
                                .asInt())
                .isEqualTo(2);
        rest.importCsv("station/groups/import", "id,name\nG-1,One\nG-2,\n").expect(200);
        JsonNode report =
                rest.importCsv(
                                "station/stations/import",
                                """
                                id,securityProfile,location,groups,notes
                                A-1,3,L-1,G-1;G-2,first
                                A-2,3,,G-2,
                                A-3,3,,,
                                """)
                        .expect(200);
        assertThat(report.path("imported").asInt()).as(report.toString()).isEqualTo(3);

        assertThat(rest.get("station/stations?group=G-2").expect(200).path("items").size())
                .isEqualTo(2);
        assertThat(
                        rest.get("station/stations?location=L-1")
                                .expect(200)
                                .at("/items/0/stationId")
                                .asString())
                .isEqualTo("A-1");
        assertThat(rest.getAs("text/csv", "station/export/locations").body()).isEqualTo(LOCATIONS);

        assertThat(
                        rest.importCsv(
                                        "station/evses/import",
                                        """
                                        stationId,evseId,connectorId,name,type,maxPowerW
                                        A-1,1,,left,,22000
                                        A-1,1,1,,cType2,22000
                                        A-2,2,1,,cCCS2,
                                        """)
                                .expect(200)
                                .path("imported")
                                .asInt())
                .isEqualTo(3);
        assertThat(
                        rest.get("station/stations/A-1/evses")
                                .expect(200)
                                .at("/0/connectors/0/type")
                                .asString())
                .isEqualTo("cType2");

        Rest other = as("copy-" + tenant, "admin");
        for (String part : List.of("locations", "groups", "stations", "evses")) {
            String json = rest.get("station/export/" + part).body();
            JsonNode copied = other.post("station/" + part + "/import", json).expect(200);
            assertThat(copied.path("errors").size()).as(copied.toString()).isZero();
            assertThat(tree(other.get("station/export/" + part).body())).isEqualTo(tree(json));
            assertThat(other.getAs("text/csv", "station/export/" + part).body())
                    .isEqualTo(rest.getAs("text/csv", "station/export/" + part).body());
        }
    }

    private static JsonNode tree(String json) {
        return JsonMapper.shared().readTree(json);
    }

    @Test
    void eachLineIsReportedAndStandsForItself() {
        rest.put("station/groups/G-1", "{\"name\": \"One\"}").expect(201);
        JsonNode locations =
                rest.importCsv(
                                "station/locations/import",
                                """
                                id,name,country,latitude,longitude
                                L-1,Depot,DE,1.5,2.5
                                L 2,Depot,,,
                                L-3,,XX,,
                                L-4,Depot,,north,2
                                """)
                        .expect(200);
        assertThat(locations.path("imported").asInt()).isEqualTo(1);
        assertThat(locations.path("errors").valueStream().map(error -> error.path("line").asInt()))
                .containsExactly(3, 4, 5);
        assertThat(locations.at("/errors/1/message").asString()).contains("name", "country");

        JsonNode stations =
                rest.post(
                                "station/stations/import",
                                """
                                [{"id": "B-1", "securityProfile": 3, "groups": ["G-1"]},
                                 {"id": "B-2", "securityProfile": 3, "location": "nowhere"},
                                 {"id": "B-3", "securityProfile": 3, "groups": ["G-1", "G-9"]},
                                 {"id": "B:4", "securityProfile": 3},
                                 {"id": "B-1", "securityProfile": 3, "notes": "again"},
                                 {"id": "B-1", "securityProfile": 3}]
                                """)
                        .expect(200);
        assertThat(stations.path("imported").asInt()).as(stations.toString()).isEqualTo(1);
        assertThat(stations.path("errors").valueStream().map(e -> e.path("line").asInt()))
                .containsExactly(2, 3, 4);
        assertThat(stations.at("/errors/0/message").asString()).contains("nowhere");
        assertThat(stations.at("/errors/1/message").asString()).contains("G-9");
        assertThat(rest.get("station/stations/B-2").status()).isEqualTo(404);

        JsonNode evses =
                rest.importCsv(
                                "station/evses/import",
                                """
                                stationId,evseId,connectorId,name,type,maxPowerW
                                B-1,1,,left,,22000
                                B-9,1,,,,
                                B-1,0,,,,
                                B-1,1,1,,cType2;no,much
                                B-1,1,,right,cType2,
                                B-1,x,,,,
                                B-1,2,,,,
                                """)
                        .expect(200);
        assertThat(evses.path("imported").asInt()).as(evses.toString()).isEqualTo(2);
        assertThat(evses.path("errors").valueStream().map(e -> e.path("line").asInt()))
                .containsExactly(3, 4, 5, 6, 7);
        assertThat(evses.at("/errors/4/message").asString())
                .isEqualTo("evseId is not a whole number");
        assertThat(evses.at("/errors/0/message").asString()).contains("no station B-9");
        assertThat(evses.at("/errors/2/message").asString()).contains("type", "maxPowerW");
        assertThat(evses.at("/errors/3/message").asString()).contains("belongs to a connector");

        assertThat(rest.post("station/stations/import", "{\"id\": \"B-1\"}").status())
                .isEqualTo(400);
        assertThat(rest.post("station/stations/import", "[{\"id\": {}}]").status()).isEqualTo(400);
        assertThat(
                        rest.importCsv("station/locations/import", "name\nDepot\n")
                                .expect(400)
                                .toString())
                .contains("id");
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void whatAStationSaysAndWhatTheOperatorKnowsStandSideBySide(OcppVersion version) {
        try (Station station = accepted(station(version).evses(2))) {
            String evses = "station/stations/" + station.id() + "/evses";
            rest().eventually(evses, all -> assertThat(all.size()).isEqualTo(2));

            put(evses + "/1", "{\"name\": \"left\", \"maxPowerW\": 22000}", 204);
            put(evses + "/1/connectors/1", "{\"type\": \"cType2\", \"maxPowerW\": 22000}", 204);
            put(evses + "/3/connectors/1", "{\"type\": \"cCCS2\"}", 204);

            JsonNode all = rest().get(evses).expect(200);
            assertThat(all.valueStream().map(evse -> evse.path("evseId").asInt()))
                    .containsExactly(1, 2, 3);
            assertThat(all.at("/0/name").asString()).isEqualTo("left");
            assertThat(all.at("/0/connectors/0/type").asString()).isEqualTo("cType2");
            assertThat(all.at("/0/connectors/0/seenAt").isString()).isTrue();
            assertThat(all.at("/2/connectors/0/type").asString()).isEqualTo("cCCS2");
            assertThat(all.at("/2/seenAt").isMissingNode()).isTrue();
            assertThat(rest().delete(evses + "/3").status()).isEqualTo(204);
            assertThat(rest().delete(evses + "/3").status()).isEqualTo(404);
            put(evses + "/0", "{}", 400);
            put(evses + "/1", "{\"type\": \"cType2\"}", 400);
            put(evses + "/1/connectors/1", "{\"maxPowerW\": 0}", 400);

            JsonNode models = rest().get("station/models").expect(200);
            assertThat(models.valueStream().map(model -> model.path("model").asString()))
                    .contains("Simulator");
        }
    }

    private static void put(String path, String body, int status) {
        assertThat(rest().put(path, body).status()).as(path + body).isEqualTo(status);
    }

    @Test
    void aThousandStationsAreASmallMatter() {
        StringBuilder csv = new StringBuilder("id,securityProfile,groups,notes\n");
        for (int i = 0; i < 1_000; i++) {
            csv.append("M-%04d,%d,G,number %d\n".formatted(i, 1 + i % 3, i));
        }
        csv.append("M-0000,1,,once more\nM-0001,1,,\nM-1001,9,,\n");
        rest.put("station/groups/G", "{}").expect(201);

        JsonNode report = rest.importCsv("station/stations/import", csv.toString()).expect(200);

        assertThat(report.path("imported").asInt()).as(report.toString()).isEqualTo(1_000);
        assertThat(report.path("updated").asInt()).isEqualTo(1);
        assertThat(report.path("known").asInt()).isEqualTo(1);
        assertThat(report.path("errors").valueStream().map(e -> e.path("line").asInt()))
                .containsExactly(1_004);
        assertThat(report.path("generated").size()).isEqualTo(667);
        assertThat(rest.get("station/groups/G").expect(200).path("stations").asInt())
                .isEqualTo(1_000);
        assertThat(rest.get("station/stations/M-0000").expect(200).path("notes").asString())
                .isEqualTo("once more");
    }

    @Test
    void groupsAndLocationsComeAndGoWithoutTheirStations() {
        rest.put("station/groups/G", "{}").expect(201);
        rest.put("station/groups/G", "{\"name\": \"again\"}").expect(200);
        rest.put("station/locations/L", "{\"name\": \"Depot\"}").expect(201);
        rest.importCsv("station/stations/import", "id,securityProfile,location,groups\nC-1,3,L,G\n")
                .expect(200);
        assertThat(rest.get("station/groups/G").expect(200).path("stations").asInt()).isEqualTo(1);
        JsonNode shown = rest.get("station/stations/C-1").expect(200);
        assertThat(shown.path("locationId").asString()).isEqualTo("L");
        assertThat(shown.at("/groups/0").asString()).isEqualTo("G");

        for (String path : Arrays.asList("station/groups/G", "station/locations/L")) {
            assertThat(rest.delete(path).status()).isEqualTo(204);
            assertThat(rest.delete(path).status()).isEqualTo(404);
        }

        JsonNode left = rest.get("station/stations/C-1").expect(200);
        assertThat(left.path("groups").size()).isZero();
        assertThat(left.path("locationId").isMissingNode()).isTrue();
        assertThat(
                        rest.patch("station/stations/C-1", "{\"locationId\": \"L\"}")
                                .expect(400)
                                .toString())
                .contains("locationId");
        assertThat(rest.put("station/groups/a%20b", "{}").status()).isEqualTo(400);
    }

    @Test
    void anotherTenantSeesAndChangesNothing() {
        rest.put("station/groups/G", "{}").expect(201);
        rest.put("station/locations/L", "{\"name\": \"Depot\"}").expect(201);
        rest.importCsv("station/stations/import", "id,securityProfile,groups\nD-1,3,G\n")
                .expect(200);
        rest.importCsv("station/evses/import", "stationId,evseId\nD-1,1\n").expect(200);
        Rest stranger = as("stranger-" + tenant, "admin");
        assertThat(
                        stranger.importCsv("station/evses/import", "stationId,evseId\nD-1,2\n")
                                .expect(200)
                                .path("imported")
                                .asInt())
                .isZero();

        for (String path :
                List.of("station/groups/G", "station/locations/L", "station/stations/D-1/evses")) {
            assertThat(rest.get(path).status()).as(path).isEqualTo(200);
            assertThat(stranger.get(path).status()).as(path).isEqualTo(404);
        }
        for (String part : List.of("stations", "groups", "locations", "evses")) {
            assertThat(tree(rest.get("station/export/" + part).body()).size()).isEqualTo(1);
            assertThat(tree(stranger.get("station/export/" + part).body()).size()).isZero();
        }
        assertThat(stranger.put("station/groups/G/stations/D-1", "").status()).isEqualTo(404);
        assertThat(stranger.delete("station/groups/G").status()).isEqualTo(404);
        assertThat(stranger.delete("station/locations/L").status()).isEqualTo(404);
        Rest viewer = as(tenant, "viewer");
        assertThat(viewer.get("station/export/stations").status()).isEqualTo(200);
        assertThat(viewer.put("station/groups/H", "{}").status()).isEqualTo(403);
        assertThat(viewer.importCsv("station/groups/import", "id\nH\n").status()).isEqualTo(403);
    }
}
