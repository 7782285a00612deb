/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.c;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.station;
import static io.ohmnibus.e2e.RunningPlatform.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.IdTokenInfo;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Evse;
import io.ohmnibus.simulator.Station;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code AuthorizeHandler}: whether a card may charge, and why not. */
@UseCase("C01")
class C01AuthorizeScenario {

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @DisplayName(
            "TC_C_02, TC_C_06, TC_C_07: Local start transaction - Authorization Invalid/Unknown, Blocked, Expired")
    void aTokenGetsItsOwnStatus(OcppVersion version) {
        try (Station station = accepted(version)) {
            assertThat(Asking.status(station, token("Accepted")))
                    .isEqualTo(AuthorizationStatusEnum.ACCEPTED);
            assertThat(Asking.status(station, token("Blocked")))
                    .isEqualTo(AuthorizationStatusEnum.BLOCKED);
            assertThat(Asking.status(station, token("Expired")))
                    .isEqualTo(AuthorizationStatusEnum.EXPIRED);
            assertThat(Asking.status(station, token("Invalid")))
                    .isEqualTo(AuthorizationStatusEnum.INVALID);
            assertThat(Asking.status(station, token("NoCredit")))
                    .isEqualTo(AuthorizationStatusEnum.NO_CREDIT);
            assertThat(Asking.status(station, new IdToken(null, "NEVERSEEN", "ISO14443", null)))
                    .isEqualTo(AuthorizationStatusEnum.UNKNOWN);
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("C01.FR.18")
    void aTokenMayBeForOtherTypesOfEvseOnly(OcppVersion version) {
        try (Station station = accepted(version)) {
            assertThat(Asking.status(station, token("NotAllowedTypeEVSE")))
                    .isEqualTo(AuthorizationStatusEnum.NOT_ALLOWED_TYPE_EVSE);
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void aTokenCountsFromAndUntilATime(OcppVersion version) {
        try (Station station = accepted(version)) {
            IdToken over = token("{\"validUntil\": \"2021-01-01T00:00:00Z\"}", "ISO14443");
            assertThat(Asking.status(station, over)).isEqualTo(AuthorizationStatusEnum.EXPIRED);

            IdToken early = token("{\"validFrom\": \"2999-01-01T00:00:00Z\"}", "ISO14443");
            assertThat(Asking.status(station, early))
                    .isEqualTo(AuthorizationStatusEnum.NOT_AT_THIS_TIME);

            String never =
                    "{\"allowedHours\": {\"periods\": [{\"days\": [\"%s\"],"
                            + " \"from\": \"00:00\", \"until\": \"12:00\"}]}}";
            String inThreeDays = LocalDate.now(ZoneOffset.UTC).plusDays(3).getDayOfWeek().name();
            IdToken otherDay = token(never.formatted(inThreeDays), "ISO14443");
            assertThat(Asking.status(station, otherDay))
                    .isEqualTo(AuthorizationStatusEnum.NOT_AT_THIS_TIME);
            assertThat(Policies.reason(station, otherDay)).isEqualTo("NotAtThisTime");

            IdToken now = token("{\"validUntil\": \"2999-01-01T00:00:00Z\"}", "ISO14443");
            IdTokenInfo told = Asking.about(station, now);
            assertThat(told.status()).isEqualTo(AuthorizationStatusEnum.ACCEPTED);
            assertThat(told.cacheExpiryDateTime()).isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("C01.FR.25")
    void theIdIsComparedWithoutRegardToCaseAndTheTypeExactly(OcppVersion version) {
        try (Station station = accepted(version)) {
            IdToken known = token("Accepted");
            String lower = known.idToken().toLowerCase(Locale.ROOT);
            assertThat(Asking.status(station, new IdToken(null, lower, "ISO14443", null)))
                    .isEqualTo(AuthorizationStatusEnum.ACCEPTED);
            assertThat(Asking.status(station, new IdToken(null, lower, "ISO15693", null)))
                    .isEqualTo(AuthorizationStatusEnum.UNKNOWN);
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"C01.FR.19", "C01.FR.20", "C01.FR.22"})
    void aTokenMayBeForSomeEvsesOrOtherStationsOnly(OcppVersion version) {
        try (Station station = accepted(station(version).evses(3))) {
            IdTokenInfo everywhere = Asking.about(station, token("Accepted"));
            assertThat(everywhere.evseId()).isNull();

            String some = "{\"allowedAt\": {\"" + station.id() + "\": [1, 3]}}";
            IdTokenInfo here = Asking.about(station, token(some, "ISO14443"));
            assertThat(here.status()).isEqualTo(AuthorizationStatusEnum.ACCEPTED);
            assertThat(here.evseId()).containsExactly(1, 3);

            IdToken other = token("{\"allowedAt\": {\"ANOTHER\": []}}", "ISO14443");
            IdTokenInfo notHere = Asking.about(station, other);
            assertThat(notHere.status()).isEqualTo(AuthorizationStatusEnum.NOT_AT_THIS_LOCATION);
            assertThat(notHere.evseId()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void aTokenThatChargesElsewhereIsConcurrentUntilThatEnds(OcppVersion version) {
        try (Station first = accepted(version);
                Station second = accepted(version)) {
            IdToken token = token("Accepted");
            Evse charging = first.evse(1).plugIn();
            charging.authorize(token);
            charging.startCharging();

            assertThat(Asking.status(second, token))
                    .isEqualTo(AuthorizationStatusEnum.CONCURRENT_TX);
            assertThat(Asking.status(first, token)).isEqualTo(AuthorizationStatusEnum.ACCEPTED);

            charging.stop().unplug();
            rest().eventually(
                            "auth/tokens/ISO14443/" + token.idToken() + "/transactions",
                            running -> assertThat(running.path("items")).isEmpty());
            assertThat(Asking.status(second, token)).isEqualTo(AuthorizationStatusEnum.ACCEPTED);
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void aTokenMayBeAllowedToChargeTwice(OcppVersion version) {
        try (Station first = accepted(version);
                Station second = accepted(version)) {
            IdToken fleet = token("{\"concurrentTransactions\": true}", "ISO14443");
            first.evse(1).plugIn().authorize(fleet);

            assertThat(Asking.status(second, fleet)).isEqualTo(AuthorizationStatusEnum.ACCEPTED);
        }
    }
}
