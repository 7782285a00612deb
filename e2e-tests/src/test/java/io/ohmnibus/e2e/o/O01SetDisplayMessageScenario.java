/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.o;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.station;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.SetDisplayMessageRequest;
import io.ohmnibus.ocpp.message.SetDisplayMessageResponse;
import io.ohmnibus.ocpp.type.DisplayMessageStatusEnum;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Station;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@code SetDisplayMessageCommand} checks what can be told without the station and mirrors what it
 * took; {@code TemplateMessages} makes messages of templates.
 */
@UseCase("O01")
class O01SetDisplayMessageScenario {

    private static final Duration SOON = Duration.ofSeconds(20);

    /** TC_O_01 and TC_O_25. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("O01.FR.04")
    void aMessageIsSetAndMirrored(OcppVersion version) {
        try (Station station = accepted(version)) {
            String json = Displays.message(1, "NormalCycle", "\"state\": \"Idle\",");
            assertThat(Displays.set(station, json)).isEqualTo("Accepted");

            var sent = station.expectCall(SetDisplayMessageRequest.class, SOON).message();
            assertThat(sent.transactionId()).isNull();
            assertThat(sent.state()).isNotNull();
            Displays.eventually(
                    station,
                    items -> {
                        assertThat(items).hasSize(1);
                        assertThat(items.at("/0/message/message/content").asString())
                                .isEqualTo("Text 1");
                        assertThat(items.at("/0/message/state").asString()).isEqualTo("Idle");
                        assertThat(items.at("/0/certain").asBoolean()).isTrue();
                    });
        }
    }

    /** TC_O_13 and TC_O_14: what has ended is not shown any more. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"O01.FR.05", "O01.FR.07"})
    void aMessageHasItsTime(OcppVersion version) {
        try (Station station = accepted(version)) {
            Instant from = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            Instant until = from.plusSeconds(15);
            String times = "\"startDateTime\": \"%s\", \"endDateTime\": \"%s\",";
            String json = Displays.message(1, "InFront", times.formatted(from, until));
            assertThat(Displays.set(station, json)).isEqualTo("Accepted");

            var sent = station.expectCall(SetDisplayMessageRequest.class, SOON).message();
            assertThat(sent.startDateTime()).isEqualTo(from);
            assertThat(sent.endDateTime()).isEqualTo(until);
            Displays.holds(station);
        }
    }

    /** TC_O_17, TC_O_18, TC_O_19, TC_O_26. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"O01.FR.01", "O01.FR.02", "O01.FR.03", "O01.FR.11"})
    void whatTheStationCannotShowIsToldAndNotMirrored(OcppVersion version) {
        var builder =
                station(version)
                        .set("DisplayMessageCtrlr", "SupportedPriorities", "NormalCycle")
                        .set("DisplayMessageCtrlr", "SupportedStates", "Idle");
        try (Station station = accepted(builder)) {
            assertThat(Displays.set(station, Displays.message(1, "AlwaysFront")))
                    .isEqualTo("NotSupportedPriority");
            String charging = Displays.message(1, "NormalCycle", "\"state\": \"Charging\",");
            assertThat(Displays.set(station, charging)).isEqualTo("NotSupportedState");
            String html = Displays.message(1, "NormalCycle").replace("UTF8", "HTML");
            assertThat(Displays.set(station, html)).isEqualTo("NotSupportedMessageFormat");
            station.onCall(
                    SetDisplayMessageRequest.class,
                    _ ->
                            new SetDisplayMessageResponse(
                                    DisplayMessageStatusEnum.REJECTED, null, null));
            assertThat(Displays.set(station, Displays.message(1, "NormalCycle")))
                    .isEqualTo("Rejected");
            Displays.holds(station);
        }
    }

    /** TC_O_100. */
    @Test
    @Requirement("O01.FR.18")
    void aLanguageThatTheStationDoesNotHaveIsTold() {
        try (Station station = accepted(OcppVersion.V2_1)) {
            String greek = Displays.message(1, "InFront").replace("\"en\"", "\"el\"");
            assertThat(Displays.set(station, greek)).isEqualTo("LanguageNotSupported");
            Displays.holds(station);
        }
    }

    /** TC_O_101. */
    @Test
    @Requirement({"O01.FR.08", "O01.FR.17"})
    void aMessageComesInSeveralLanguages() {
        try (Station station = accepted(OcppVersion.V2_1)) {
            assertThat(Displays.set(station, inTwoLanguages())).isEqualTo("Accepted");

            var sent = station.expectCall(SetDisplayMessageRequest.class, SOON).message();
            assertThat(sent.messageExtra()).hasSize(1);
            Displays.eventually(
                    station,
                    items ->
                            assertThat(items.at("/0/message/messageExtra/0/language").asString())
                                    .isEqualTo("de"));
        }
    }

    /** 2.0.1 has one language only; the mirror does not show others. */
    @Test
    void aStationOf201GetsTheFirstLanguage() {
        try (Station station = accepted(OcppVersion.V2_0_1)) {
            assertThat(Displays.set(station, inTwoLanguages())).isEqualTo("Accepted");
            Displays.eventually(
                    station,
                    items ->
                            assertThat(items.toString())
                                    .contains("Text 1")
                                    .doesNotContain("messageExtra"));
        }
    }

    private static String inTwoLanguages() {
        String german =
                "\"messageExtra\": [{\"format\": \"UTF8\", \"language\": \"de\", \"content\": \"Gruß\"}],";
        return Displays.message(1, "InFront", german);
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"O01.FR.04", "O01.FR.05", "O01.FR.07", "O01.FR.17"})
    void whatMakesNoSenseIsNotSent(OcppVersion version) {
        try (Station station = accepted(version)) {
            refused(
                    station,
                    Displays.message(1, "InFront", "\"transactionId\": \" \","),
                    "O01.FR.04");
            String past = "\"endDateTime\": \"2020-01-01T00:00:00Z\",";
            refused(station, Displays.message(1, "InFront", past), "O01.FR.07");
            String backwards =
                    "\"startDateTime\": \"2099-01-02T00:00:00Z\", \"endDateTime\": \"2099-01-01T00:00:00Z\",";
            refused(station, Displays.message(1, "InFront", backwards), "O01.FR.05");
            String english = Displays.message(1, "InFront").replace("\"en\"", "\"en_US\"");
            refused(station, english, "O01.FR.17");
            assertThat(station.frames())
                    .noneMatch(frame -> frame.text().contains("\"SetDisplayMessage\""));
        }
    }

    private static void refused(Station station, String json, String requirement) {
        assertThat(Displays.refused(station, "SetDisplayMessage", json)).contains(requirement);
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void aTemplateTakesItsValuesFromTheCallerAndFromWhatIsKnown(OcppVersion version) {
        String name = "welcome-" + version;
        rest().put(
                        "station/display-templates/" + name,
                        """
                        {"priority": "InFront", "message": {"format": "UTF8", "language": "en",
                         "content": "{{greeting}} at {{station.id}}, a {{station.model}}"}}
                        """)
                .expect(200);
        try (Station station = accepted(version)) {
            String path = "station/stations/" + station.id() + "/display-messages";
            String missing = "{\"template\": \"%s\"}".formatted(name);
            assertThat(rest().post(path, missing).body()).contains("greeting");
            assertThat(rest().post(path, missing).status()).isEqualTo(422);
            assertThat(rest().post(path, "{\"template\": \"none\"}").status()).isEqualTo(404);

            String given = "{\"template\": \"%s\", \"values\": {\"greeting\": \"Hi\"}}";
            var sent = rest().post(path, given.formatted(name)).expect(202);

            assertThat(sent.path("id").asInt()).isEqualTo(1);
            Displays.eventually(
                    station,
                    items ->
                            assertThat(items.at("/0/message/message/content").asString())
                                    .isEqualTo("Hi at " + station.id() + ", a Simulator"));
            assertThat(rest().post(path, given.formatted(name)).expect(202).path("id").asInt())
                    .isEqualTo(2);
        }
        assertThat(rest().delete("station/display-templates/" + name).status()).isEqualTo(204);
    }
}
