/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.o;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.SetDisplayMessageRequest;
import io.ohmnibus.ocpp.message.TransactionEventRequest;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Evse;
import io.ohmnibus.simulator.Station;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@code SetDisplayMessageCommand} with a transaction; {@code ForgetMessagesOfTransaction} when
 * that ends.
 */
@UseCase("O02")
class O02SetDisplayMessageForTransactionScenario {

    private static String charging(Station station) {
        Evse evse = station.evse(1).plugIn();
        evse.authorize(token("Accepted"));
        evse.startCharging();
        return station.sent(TransactionEventRequest.class)
                .getLast()
                .transactionInfo()
                .transactionId();
    }

    private static String forTransaction(int id, String transaction, String more) {
        return Displays.message(
                id, "InFront", "\"transactionId\": \"%s\", %s".formatted(transaction, more));
    }

    /** TC_O_06. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("O02.FR.02")
    void aMessageIsThereAsLongAsItsTransaction(OcppVersion version) {
        try (Station station = accepted(version)) {
            String transaction = charging(station);
            Displays.fill(station, 1);
            assertThat(Displays.set(station, forTransaction(2, transaction, "")))
                    .isEqualTo("Accepted");
            Displays.holds(station, 1, 2);

            station.evse(1).stop().unplug();

            Displays.holds(station, 1);
        }
    }

    /** TC_O_10. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("O02.FR.01")
    void aTransactionThatTheStationDoesNotKnowIsTold(OcppVersion version) {
        try (Station station = accepted(version)) {
            assertThat(Displays.set(station, forTransaction(2, "no-such-transaction", "")))
                    .isEqualTo("UnknownTransaction");
            Displays.holds(station);
        }
    }

    /** TC_O_27 and TC_O_28. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"O02.FR.06", "O02.FR.07"})
    void aMessageOfATransactionHasItsTimeToo(OcppVersion version) {
        try (Station station = accepted(version)) {
            String transaction = charging(station);
            Instant from = Instant.now();
            Instant until = from.plusSeconds(15);
            String times = "\"startDateTime\": \"%s\", \"endDateTime\": \"%s\",";
            assertThat(
                            Displays.set(
                                    station,
                                    forTransaction(3, transaction, times.formatted(from, until))))
                    .isEqualTo("Accepted");

            var sent =
                    station.expectCall(SetDisplayMessageRequest.class, Duration.ofSeconds(20))
                            .message();
            assertThat(sent.transactionId()).isEqualTo(transaction);
            assertThat(sent.startDateTime()).isNotNull();
            Displays.holds(station);
        }
    }
}
