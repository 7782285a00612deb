/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.c;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.e2e.OwnTenant;
import io.ohmnibus.e2e.Started;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.IdTokenInfo;
import io.ohmnibus.ocpp.type.TriggerReasonEnum;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Evse;
import io.ohmnibus.simulator.Station;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who has a master pass stops what others have started, and starts nothing. */
@UseCase("C16")
class C16MasterPassScenario {

    private static final String POLICE = "{\"groupIdToken\": {\"idToken\": \"POLICE\"}}";

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @DisplayName(
            "TC_C_47, TC_C_49: Stop Transaction with a Master Pass - With UI, all transactions; Without UI")
    @Requirement({"C16.FR.02", "C16.FR.03", "C16.FR.08", "C12.FR.09"})
    void aMasterPassStopsTransactionsAndStartsNone(OcppVersion version) {
        OwnTenant tenant = new OwnTenant();
        tenant.rest()
                .put("auth/authorization-policy", "{\"masterPassGroupId\": \"POLICE\"}")
                .expect(200);
        try (Station station = patrolled(tenant, version)) {
            IdToken pass = tenant.token(POLICE);
            start(tenant, station);

            IdTokenInfo told = station.evse(1).authorize(pass);
            assertThat(told.status()).isEqualTo(AuthorizationStatusEnum.ACCEPTED);
            assertThat(told.groupIdToken()).isNotNull();
            for (int evse : List.of(1, 2)) {
                assertStoppedBy(pass, station.evse(evse));
                station.evse(evse).unplug();
                assertThat(state(tenant, station.evse(evse), station)).isEqualTo("Ended");
            }

            assertStartsNothing(tenant, station, pass);
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @DisplayName("TC_C_48: Stop Transaction with a Master Pass - With UI, specific transactions")
    @Requirement({"C16.FR.01", "C16.FR.03", "C16.FR.07", "C16.FR.08"})
    void whoIsBelowAGroupThatIsAMasterPassStopsTheOneThatIsSelected(OcppVersion version) {
        OwnTenant tenant = new OwnTenant();
        tenant.rest().put("auth/token-groups/POLICE", "{\"masterPass\": true}").expect(200);
        tenant.rest()
                .put("auth/token-groups/patrol-1", "{\"parentGroupId\": \"police\"}")
                .expect(200);
        try (Station station = patrolled(tenant, version)) {
            IdToken pass = tenant.token("{\"groupIdToken\": {\"idToken\": \"patrol-1\"}}");
            start(tenant, station);

            IdTokenInfo told = station.evse(2).selectWithMasterPass(pass);

            assertThat(told.groupIdToken()).extracting(IdToken::idToken).isEqualTo("POLICE");
            assertStoppedBy(pass, station.evse(2));
            station.evse(2).unplug();
            assertThat(state(tenant, station.evse(2), station)).isEqualTo("Ended");
            assertThat(station.evse(1).authorizedToken()).isPresent();
            assertThat(state(tenant, station.evse(1), station)).isEqualTo("Ongoing");

            assertStartsNothing(tenant, station, pass);
        }
    }

    private static Station patrolled(OwnTenant tenant, OcppVersion version) {
        return tenant.accepted(
                tenant.station(version).evses(2).set("AuthCtrlr", "MasterPassGroupId", "POLICE"));
    }

    private static void start(OwnTenant tenant, Station station) {
        for (int evse : List.of(1, 2)) {
            station.evse(evse).plugIn().authorize(tenant.token("{}"));
            station.evse(evse).startCharging();
        }
    }

    /** The event that ended it presented the pass, and the pass was accepted. */
    private static void assertStoppedBy(IdToken pass, Evse evse) {
        assertThat(evse.authorizedToken()).isEmpty();
        assertThat(evse.transactionEvents())
                .filteredOn(event -> pass.equals(event.idToken()))
                .isNotEmpty()
                .allSatisfy(event ->
                        assertThat(event.triggerReason())
                                .isEqualTo(TriggerReasonEnum.STOP_AUTHORIZED));
        assertThat(evse.lastAnswer().orElseThrow().idTokenInfo())
                .isNotNull()
                .satisfies(info -> {
                    assertThat(info.status()).isEqualTo(AuthorizationStatusEnum.ACCEPTED);
                    assertThat(info.groupIdToken())
                            .extracting(IdToken::idToken)
                            .isEqualTo("POLICE");
                });
    }

    private static String state(OwnTenant tenant, Evse evse, Station station) {
        return tenant.rest()
                .get("transaction/transactions/%s/%s".formatted(station.id(), evse.transactionId()))
                .expect(200)
                .path("state")
                .asString();
    }

    /** A station that does not know the group starts a transaction with the pass. */
    private static void assertStartsNothing(OwnTenant tenant, Station station, IdToken pass) {
        assertThat(station.call(Started.now(station, pass)).idTokenInfo())
                .isNotNull()
                .returns(AuthorizationStatusEnum.INVALID, IdTokenInfo::status);
        List<String> reasons =
                tenant.rest()
                        .get("auth/authorization-decisions?idToken=" + pass.idToken())
                        .expect(200)
                        .path("items")
                        .valueStream()
                        .map(one -> one.path("reason").asString())
                        .toList();
        assertThat(reasons).first().isEqualTo("MasterPass");
        assertThat(reasons).contains("Known");
    }
}
