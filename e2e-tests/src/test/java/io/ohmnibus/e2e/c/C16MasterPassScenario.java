/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.c;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.e2e.OwnTenant;
import io.ohmnibus.e2e.Started;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.IdTokenInfo;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Station;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Who has a master pass stops what others have started, and starts nothing. */
@UseCase("C16")
class C16MasterPassScenario {

    private static final String POLICE = "{\"groupIdToken\": {\"idToken\": \"POLICE\"}}";

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @DisplayName(
            "TC_C_47, TC_C_48, TC_C_49: Stop Transaction with a Master Pass - With UI, Without UI")
    @Requirement({"C16.FR.02", "C16.FR.03", "C16.FR.08", "C12.FR.09"})
    void aMasterPassStopsTransactionsAndStartsNone(OcppVersion version) {
        OwnTenant tenant = new OwnTenant();
        tenant.rest()
                .put("auth/authorization-policy", "{\"masterPassGroupId\": \"POLICE\"}")
                .expect(200);
        try (Station station =
                tenant.accepted(
                        tenant.station(version)
                                .evses(2)
                                .set("AuthCtrlr", "MasterPassGroupId", "POLICE"))) {
            IdToken pass = tenant.token(POLICE);
            station.evse(1).plugIn().authorize(tenant.token("{}"));
            station.evse(2).plugIn().authorize(tenant.token("{}"));

            IdTokenInfo told = station.evse(1).authorize(pass);
            assertThat(told.status()).isEqualTo(AuthorizationStatusEnum.ACCEPTED);
            assertThat(told.groupIdToken()).isNotNull();
            for (int evse : List.of(1, 2)) {
                assertThat(station.evse(evse).authorizedToken()).isEmpty();
                station.evse(evse).unplug();
                JsonNode shown =
                        tenant.rest()
                                .get(
                                        "transaction/transactions/%s/%s"
                                                .formatted(
                                                        station.id(),
                                                        station.evse(evse).transactionId()))
                                .expect(200);
                assertThat(shown.path("state").asString()).isEqualTo("Ended");
            }

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

    /** A station that does not know the group starts a transaction with the pass. */
}
