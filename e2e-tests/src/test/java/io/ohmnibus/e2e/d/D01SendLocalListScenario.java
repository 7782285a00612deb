/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.d;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.station;
import static io.ohmnibus.e2e.d.Lists.entries;
import static io.ohmnibus.e2e.d.Lists.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.ocpp.OcppErrorCode;
import io.ohmnibus.ocpp.OcppException;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.SendLocalListRequest;
import io.ohmnibus.ocpp.message.SendLocalListResponse;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.IdTokenInfo;
import io.ohmnibus.ocpp.type.SendLocalListStatusEnum;
import io.ohmnibus.ocpp.type.StatusInfo;
import io.ohmnibus.ocpp.type.UpdateEnum;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Station;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code SendLocalListCommand} and {@code ListCourse}: a station has the list that a rule says. */
@UseCase("D01")
class D01SendLocalListScenario {

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @DisplayName(
            "TC_D_01, TC_D_02, TC_D_03, TC_D_04: Send Local Authorization List - Full, Differential Update, Differential Remove, Full with empty list")
    @Requirement({"D01.FR.01", "D01.FR.04", "D01.FR.06", "D01.FR.16", "D01.FR.17", "D01.FR.18"})
    void aStationGetsItsListThenChangesAndIsEmptied(OcppVersion version) {
        try (Station station = accepted(version)) {
            IdToken first = member(station);
            Lists.rule(station, false);
            SendLocalListRequest full = Lists.part(station);
            assertThat(full.updateType()).isEqualTo(UpdateEnum.FULL);
            assertThat(full.versionNumber()).isPositive();
            assertThat(entries(full))
                    .singleElement()
                    .satisfies(entry -> {
                        assertThat(entry.idToken()).isEqualTo(first);
                        IdTokenInfo info = Objects.requireNonNull(entry.idTokenInfo());
                        assertThat(info.status()).isEqualTo(AuthorizationStatusEnum.ACCEPTED);
                        assertThat(info.groupIdToken()).isNotNull();
                    });
            Lists.inSync(station);

            IdToken second = member(station);
            SendLocalListRequest added = Lists.part(station);
            assertThat(added.updateType()).isEqualTo(UpdateEnum.DIFFERENTIAL);
            assertThat(added.versionNumber()).isGreaterThan(full.versionNumber());
            assertThat(entries(added))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.idToken()).isEqualTo(second));

            rest().delete("auth/tokens/ISO14443/" + first.idToken());
            SendLocalListRequest removed = Lists.part(station);
            assertThat(removed.updateType()).isEqualTo(UpdateEnum.DIFFERENTIAL);
            assertThat(entries(removed))
                    .singleElement()
                    .satisfies(entry -> {
                        assertThat(entry.idToken()).isEqualTo(first);
                        assertThat(entry.idTokenInfo()).isNull();
                    });
            Lists.inSync(station);
            assertThat(rest().get(Lists.path(station) + "/entries").expect(200).path("items"))
                    .singleElement()
                    .satisfies(entry ->
                            assertThat(entry.path("idToken").asString())
                                    .isEqualTo(second.idToken()));

            assertThat(rest().delete(Lists.path(station) + "/rule").status()).isEqualTo(204);
            assertThat(entries(Lists.part(station))).hasSize(1);
            Lists.inSync(station);
            rest().post(Lists.path(station) + "/synchronizations", "{\"anew\": true}");
            SendLocalListRequest empty = Lists.part(station);
            assertThat(empty.updateType()).isEqualTo(UpdateEnum.FULL);
            assertThat(empty.localAuthorizationList()).isNull();
        }
    }

    /** No list can tell hours; places it can: the token is in it or not. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"D01.FR.01", "C01.FR.22"})
    void hoursAndPlacesOfItsGroupCountForAToken(OcppVersion version) {
        try (Station station = accepted(version)) {
            IdToken token = member(station);
            Lists.give(station, false);
            assertThat(entries(Lists.part(station))).hasSize(1);

            say(
                    station,
                    "{\"allowedHours\": {\"periods\": [{\"from\": \"08:00\", \"until\": \"18:00\"}]}}");
            told(station, token, false);
            say(station, "{\"allowedAt\": {\"%s\": []}}".formatted(station.id()));
            told(station, token, true);
            say(station, "{\"allowedAt\": {\"ELSEWHERE\": []}}");
            told(station, token, false);
            rest().delete(group(station));
            told(station, token, true);
            Lists.inSync(station);
        }
    }

    private static String group(Station station) {
        return "auth/token-groups/" + Lists.group(station);
    }

    private static void say(Station station, String what) {
        rest().put(group(station), what).expect(200);
    }

    /** The station is told that a token is in its list, or is not any more. */
    private static void told(Station station, IdToken token, boolean listed) {
        assertThat(entries(Lists.part(station)))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.idToken().idToken()).isEqualToIgnoringCase(token.idToken());
                    assertThat(entry.idTokenInfo() != null).isEqualTo(listed);
                });
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"D01.FR.11", "D01.FR.15"})
    void aLongListComesInPartsAsSmallAsTheStationWants(OcppVersion version) {
        try (Station station =
                accepted(station(version).set("LocalAuthListCtrlr", "ItemsPerMessage", "2"))) {
            for (int i = 0; i < 5; i++) {
                member(station);
            }
            rest().eventually(
                            "station/stations/%s/variables?component=LocalAuthListCtrlr&variable=ItemsPerMessage"
                                    .formatted(station.id()),
                            found ->
                                    assertThat(found.at("/items/0/attributes/0/value").asString())
                                            .isEqualTo("2"));
            Lists.give(station, false);

            assertThat(List.of(Lists.part(station), Lists.part(station), Lists.part(station)))
                    .extracting(part -> part.updateType() + " " + entries(part).size())
                    .containsExactly("FULL 2", "DIFFERENTIAL 2", "DIFFERENTIAL 1");
            assertThat(station.model().get("LocalAuthListCtrlr", "Entries")).isEqualTo("5");
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void aStationThatIsAwayGetsItWhenItIsBack(OcppVersion version) {
        try (Station station = accepted(version)) {
            member(station);
            station.goOffline();
            Lists.rule(station, false);
            Lists.eventually(station, "Waiting");

            station.connect();
            station.boot(BootReasonEnum.POWER_UP);
            assertThat(Lists.part(station).updateType()).isEqualTo(UpdateEnum.FULL);
            Lists.inSync(station);
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"D01.FR.02", "D01.FR.03"})
    void aChangeThatIsNotTakenIsFollowedByTheWholeListAndAFailureIsShown(OcppVersion version) {
        try (Station station = accepted(version)) {
            member(station);
            Lists.give(station, false);
            Lists.part(station);
            station.onCall(
                    SendLocalListRequest.class,
                    request ->
                            new SendLocalListResponse(
                                    request.updateType() == UpdateEnum.DIFFERENTIAL
                                            ? SendLocalListStatusEnum.VERSION_MISMATCH
                                            : SendLocalListStatusEnum.FAILED,
                                    new StatusInfo("Full", null, null),
                                    null));
            member(station);

            assertThat(Lists.part(station).updateType()).isEqualTo(UpdateEnum.DIFFERENTIAL);
            SendLocalListRequest whole = Lists.part(station);
            assertThat(whole.updateType()).isEqualTo(UpdateEnum.FULL);
            assertThat(entries(whole)).hasSize(2);
            Lists.eventually(station, "Failed");
            assertThat(Lists.shown(station).path("reason").asString()).isEqualTo("Failed: Full");
            assertThat(
                            rest().get("auth/local-lists?status=Failed&limit=500")
                                    .expect(200)
                                    .path("items"))
                    .extracting(list -> list.path("stationId").asString())
                    .contains(station.id());

            station.onCall(
                    SendLocalListRequest.class,
                    _ -> {
                        throw new OcppException(OcppErrorCode.NOT_SUPPORTED, "no list here");
                    });
            assertThat(rest().post(Lists.path(station) + "/synchronizations", "{}").status())
                    .isEqualTo(202);
            Lists.eventually(station, "NotSupported");
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"D01.FR.06", "D01.FR.18", "D01.FR.19"})
    void whatIsSentByHandKeepsTheRulesAndIsRemembered(OcppVersion version) {
        try (Station station = accepted(version)) {
            String entry = byHand("BYHAND");
            assertThat(refusal(station, 0, "Full", entry)).isEqualTo("D01.FR.18");
            assertThat(refusal(station, 4, "Full", entry + ", " + entry)).isEqualTo("D01.FR.06");
            assertThat(
                            rest().command(
                                            "auth",
                                            station.id(),
                                            "SendLocalList",
                                            list(4, "Full", entry))
                                    .at("/response/status")
                                    .asString())
                    .isEqualTo("Accepted");
            assertThat(refusal(station, 4, "Differential", entry)).isEqualTo("D01.FR.19");
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() ->
                            assertThat(Lists.shown(station).path("version").asInt()).isEqualTo(4));

            assertThat(
                            rest().put(Lists.path(station) + "/rule", "{\"tokens\": \"Groups\"}")
                                    .status())
                    .isEqualTo(400);
            assertThat(
                            rest().put(
                                            "auth/stations/NOBODY/local-list/rule",
                                            "{\"tokens\": \"All\"}")
                                    .status())
                    .isEqualTo(404);
            assertThat(rest().post(Lists.path(station) + "/verifications", "").status())
                    .isEqualTo(404);
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"D01.FR.11", "D01.FR.12"})
    void aStationIsNotSentWhatItHasNoRoomFor(OcppVersion version) {
        try (Station station =
                accepted(
                        station(version)
                                .set("LocalAuthListCtrlr", "ItemsPerMessage", "3")
                                .prepare(one ->
                                        one.model().most("LocalAuthListCtrlr", "Entries", 2)))) {
            rest().eventually(
                            "station/stations/%s/variables?component=LocalAuthListCtrlr&variable=Entries"
                                    .formatted(station.id()),
                            found ->
                                    assertThat(
                                                    found.at("/items/0/characteristics/maxLimit")
                                                            .asInt())
                                            .isEqualTo(2));
            String three = byHand("A") + ", " + byHand("B") + ", " + byHand("C");
            assertThat(refusal(station, 1, "Full", three)).isEqualTo("D01.FR.12");
            assertThat(refusal(station, 1, "Full", three + ", " + byHand("D")))
                    .isEqualTo("D01.FR.12");

            IdToken first = member(station);
            member(station);
            member(station);
            Lists.rule(station, false);
            Lists.eventually(station, "Failed");
            assertThat(Lists.shown(station).path("reason").asString()).startsWith("TooLong");
            assertThat(Lists.shown(station).path("mostEntries").asInt()).isEqualTo(2);

            rest().delete("auth/tokens/ISO14443/" + first.idToken());
            rest().post(Lists.path(station) + "/synchronizations", "{}");
            assertThat(entries(Lists.part(station))).hasSize(2);
            Lists.inSync(station);
        }
    }

    private static String byHand(String id) {
        return "{\"idToken\": {\"idToken\": \"%s\", \"type\": \"ISO14443\"}, \"idTokenInfo\": {\"status\": \"Accepted\"}}"
                .formatted(id);
    }

    private static String refusal(Station station, int version, String type, String entries) {
        return rest().tryCommand(
                        "auth", station.id(), "SendLocalList", list(version, type, entries))
                .expect(422)
                .path("requirement")
                .asString();
    }

    private static String list(int version, String type, String entries) {
        return "{\"versionNumber\": %d, \"updateType\": \"%s\", \"localAuthorizationList\": [%s]}"
                .formatted(version, type, entries);
    }
}
