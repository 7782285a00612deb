/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.fleet;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.platform;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.simulator.Evse;
import io.ohmnibus.simulator.Station;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What happens to transactions, as it happens: server-sent events that can be resumed. */
class TransactionStreamScenario {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static Listening listen(String query, @Nullable String after) {
        return StreamScenario.listen("transaction", query, after, platform().tokens().get());
    }

    private static void untilHeard(Listening listening, Station station, String... types) {
        await().atMost(LIMIT)
                .untilAsserted(
                        () -> assertThat(listening.heardOf(station.id())).containsExactly(types));
    }

    /** Whoever resumes hears exactly the rest, from any instance. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void tellsATransactionFromItsStartToItsSummaryAndMissesNothing(OcppVersion version) {
        Listening first = listen("", null);
        first.lastId();
        try (Station station = accepted(version)) {
            Evse evse = station.evse(1).plugIn();
            evse.authorize(token("Accepted"));
            await().atMost(LIMIT)
                    .untilAsserted(() ->
                            assertThat(first.heardOf(station.id())).contains("TransactionStarted"));
            String after = first.lastId();
            var before = first.heard();
            first.close();
            String transaction = evse.transactionId();
            evse.unplug();

            try (Listening second = listen("?stationId=" + station.id(), after)) {
                await().atMost(LIMIT)
                        .untilAsserted(() ->
                                assertThat(second.heardOf(station.id()))
                                        .contains("TransactionEnded", "SessionSummarized")
                                        .doesNotContain("TransactionStarted"));
                assertThat(second.heard()).doesNotContainAnyElementsOf(before);
                assertThat(second.heard())
                        .allSatisfy(event -> {
                            assertThat(event.data().at("/details/transactionId").asString())
                                    .isEqualTo(transaction);
                            assertThat(event.data().path("at").isString()).isTrue();
                        });
            }
        }
    }

    @Test
    void canBeLimitedToSomeEvents() {
        try (Listening ends = listen("?type=TransactionEnded", null);
                Station station = accepted(OcppVersion.V2_1)) {
            ends.lastId();
            Evse evse = station.evse(1).plugIn();
            evse.authorize(token("Accepted"));
            evse.unplug();
            untilHeard(ends, station, "TransactionEnded");
        }
    }

    @Test
    void isHeardByItsTenantOnlyAndRefusesWhatItDoesNotKnow() {
        String tenant = "stream-" + UUID.randomUUID();
        String stranger = platform().tokens("viewer-" + tenant, tenant, "viewer").get();
        try (Listening theirs = StreamScenario.listen("transaction", "", null, stranger);
                Listening ours = listen("", null);
                Station station = accepted(OcppVersion.V2_1)) {
            theirs.lastId();
            ours.lastId();
            station.evse(1).plugIn().authorize(token("Accepted"));
            await().atMost(LIMIT)
                    .untilAsserted(() ->
                            assertThat(ours.heardOf(station.id())).contains("TransactionStarted"));
            assertThat(theirs.heard()).isEmpty();
        }
        try (Listening nobody = StreamScenario.listen("transaction", "", null, "none");
                Listening wrong = listen("", "yesterday")) {
            assertThat(nobody.status()).isEqualTo(401);
            assertThat(wrong.status()).isEqualTo(400);
        }
        assertThat(rest().get("transaction/stream?type=StationBooted").expect(400).toString())
                .contains("type");
    }
}
