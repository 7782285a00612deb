/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.c;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.station;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.AuthorizeRequest;
import io.ohmnibus.ocpp.message.TransactionEventRequest;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Evse;
import io.ohmnibus.simulator.Station;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An app starts a transaction for somebody who has no card. */
@UseCase("C05")
class C05CsmsInitiatedScenario {

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"C05.FR.01", "C05.FR.03", "C05.FR.05"})
    void aTokenThatWeMakeStartsATransactionWithoutAQuestion(OcppVersion version) {
        try (Station station =
                accepted(station(version).set("AuthCtrlr", "AuthorizeRemoteStart", "true"))) {
            Evse evse = station.evse(1).plugIn();
            IdToken made = Central.token();

            int remoteStartId = Central.start(station, made);

            Central.running(station, evse);
            assertThat(station.sent(AuthorizeRequest.class)).isEmpty();
            assertThat(station.sent(TransactionEventRequest.class))
                    .anySatisfy(event -> {
                        assertThat(event.idToken()).isEqualTo(made);
                        assertThat(event.transactionInfo().remoteStartId())
                                .isEqualTo(remoteStartId);
                    });
            evse.stop().unplug();
        }
    }
}
