/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.c;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Evse;
import io.ohmnibus.simulator.Station;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Somebody pays at a terminal; its operator has a token made that is good for one transaction, and
 * has the transaction started with it.
 */
@UseCase("C03")
class C03CreditCardScenario {

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"C03.FR.01", "C03.FR.02"})
    void aTokenOfAPaymentIsGoodForOneTransaction(OcppVersion version) {
        try (Station station = accepted(version)) {
            Evse evse = station.evse(1).plugIn();
            IdToken paid = Central.token();
            Central.start(station, paid);
            Central.running(station, evse);
            assertThat(evse.authorizedToken()).contains(paid);

            evse.startCharging().stop().unplug();

            Central.isGone(paid);
            assertThat(Asking.status(station, paid)).isEqualTo(AuthorizationStatusEnum.UNKNOWN);
            station.model().set("AuthCtrlr", "OfflineTxForUnknownIdEnabled", "", "false");
            station.goOffline();
            assertThat(evse.authorize(paid).status())
                    .as("not in the cache of the station")
                    .isEqualTo(AuthorizationStatusEnum.UNKNOWN);
        }
    }

    @ParameterizedTest
    @EnumSource(value = OcppVersion.class, names = "V2_1")
    void onlyTokensThatWeMakeCanBeOfThatKind(OcppVersion version) {
        assertThat(
                        rest().post(
                                        "auth/tokens",
                                        "{\"type\": \"ISO14443\", \"idToken\": \"A\","
                                                + " \"singleUse\": true}")
                                .status())
                .as("for " + version)
                .isEqualTo(400);
        assertThat(rest().post("auth/tokens", "{\"type\": \"ISO14443\"}").status()).isEqualTo(400);
    }
}
