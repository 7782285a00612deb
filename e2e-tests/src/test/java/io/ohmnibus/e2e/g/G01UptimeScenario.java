/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.g;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.station;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.e2e.Rest;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.StatusNotificationRequest;
import io.ohmnibus.ocpp.type.ConnectorStatusEnum;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.simulator.AvailabilityReports;
import io.ohmnibus.simulator.Station;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** {@code UptimeFigures}: time lines, outages and uptime out of what stations report. */
@UseCase("G01")
class G01UptimeScenario {

    private static void tells(Station station, int evse, Duration ago, ConnectorStatusEnum status) {
        station.call(
                new StatusNotificationRequest(station.now().minus(ago), status, evse, 1, null));
    }

    private static String path(Station station, String what) {
        return "station/stations/" + station.id() + "/availability/" + what;
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void anOutageIsCountedAndExcludedWhereItWasDeclared(OcppVersion version) {
        try (Station station =
                accepted(station(version).evses(2).availability(AvailabilityReports.NONE))) {
            tells(station, 1, Duration.ofHours(4), ConnectorStatusEnum.AVAILABLE);
            tells(station, 1, Duration.ofHours(1), ConnectorStatusEnum.AVAILABLE);
            tells(station, 1, Duration.ofHours(2), ConnectorStatusEnum.FAULTED); // comes late
            tells(station, 2, Duration.ofHours(1), ConnectorStatusEnum.OCCUPIED);

            rest().eventually(
                            path(station, "timeline?evseId=1"),
                            found ->
                                    assertThat(found.path("items"))
                                            .extracting(part -> part.path("state").asString())
                                            .containsExactly("Available", "Faulted", "Available"));
            JsonNode page = rest().get(path(station, "timeline?limit=3")).expect(200);
            String rest = path(station, "timeline?cursor=" + page.path("next").asString());
            assertThat(rest().get(rest).expect(200).path("items")).hasSize(1);

            // It was not connected before this scenario, and that counts as well.
            JsonNode first = rest().get(path(station, "uptime")).expect(200);
            assertThat(first.path("evses")).hasSize(2);
            assertThat(duration(first, "/evses/0/measured")).isGreaterThan(Duration.ofHours(4));
            assertThat(duration(first, "/evses/0/outage")).isGreaterThan(Duration.ofHours(3));
            assertThat(first.at("/evses/0/states").propertyNames()).contains("Offline");
            JsonNode outages = rest().get(path(station, "outages")).expect(200).path("items");
            assertThat(outages).hasSize(2);

            Instant now = Instant.now();
            declare(station, "NaturalDisaster", now.minus(Duration.ofHours(5)), now).expect(201);
            JsonNode excluded = rest().get(path(station, "uptime")).expect(200);
            assertThat(duration(excluded, "/evses/0/excluded")).isGreaterThan(Duration.ofHours(3));
            assertThat(excluded.at("/evses/0/uptimePercent").asDecimal())
                    .isGreaterThan(first.at("/evses/0/uptimePercent").asDecimal());

            int id =
                    rest().get(path(station, "excluded-periods"))
                            .expect(200)
                            .at("/items/0/id")
                            .asInt();
            assertThat(rest().delete(path(station, "excluded-periods/" + id)).status())
                    .isEqualTo(204);
            assertThat(rest().delete(path(station, "excluded-periods/" + id)).status())
                    .isEqualTo(404);
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void whatCannotBeCountedOrDeclaredIsRefused(OcppVersion version) {
        try (Station station = accepted(version)) {
            for (String wrong :
                    new String[] {
                        "uptime?from=2020-01-01T00:00:00Z",
                        "uptime?from=2099-01-01T00:00:00Z",
                        "outages?from=yesterday",
                        "timeline?from=2026-02-02T00:00:00Z&to=2026-02-01T00:00:00Z"
                    }) {
                assertThat(rest().get(path(station, wrong)).status()).as(wrong).isEqualTo(400);
            }
            Instant now = Instant.now();
            assertThat(declare(station, "Laziness", now.minusSeconds(60), now).status())
                    .isEqualTo(400);
            assertThat(declare(station, "PlannedMaintenance", now.minusSeconds(60), now).status())
                    .isEqualTo(422);
            declare(station, "PlannedMaintenance", now.plusSeconds(60), now.plusSeconds(90))
                    .expect(201);
        }
    }

    private static Rest.Answer declare(Station station, String cause, Instant from, Instant to) {
        return rest().post(
                        path(station, "excluded-periods"),
                        "{\"cause\": \"%s\", \"from\": \"%s\", \"to\": \"%s\"}"
                                .formatted(cause, from, to));
    }

    private static Duration duration(JsonNode found, String pointer) {
        return Duration.parse(found.at(pointer).asString());
    }
}
