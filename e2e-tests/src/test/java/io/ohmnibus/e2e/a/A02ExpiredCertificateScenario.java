/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.a;

import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.started;
import static io.ohmnibus.e2e.a.A03SignCertificateScenario.awaitStatus;
import static io.ohmnibus.ocpp.type.CertificateSigningUseEnum.CHARGING_STATION_CERTIFICATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.TriggerMessageRequest;
import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.ocpp.type.MessageTriggerEnum;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Station;
import io.ohmnibus.simulator.StationBuilder;
import io.ohmnibus.simulator.rpc.ConnectFailedException;
import io.ohmnibus.simulator.security.Identity;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * A station whose certificate has expired, or is not trusted (ExpiredCertificates,
 * CertificateCheck, RefusedCertificates; TC_A_08).
 */
@UseCase("A02")
class A02ExpiredCertificateScenario {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofSeconds(15);

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"A00.FR.407", "A00.FR.408", "A00.FR.429"})
    void comesInForATimeWhereAnOperatorAcceptsThatAndIsAskedToRenewItAtOnce(OcppVersion version) {
        StationBuilder builder = StationIdentities.registered(version);
        try (Station station = builder.build()) {
            String path = "auth/stations/" + station.id() + "/certificates";
            assertThat(accept(station, 422)).contains("A00.FR.429"); // none is known
            Instant end = Instant.now().plus(SHORT);
            Identity old = StationIdentities.until(station.id(), end);
            rest().post(path, StationIdentities.json(old)).expect(201);
            builder.identity(old);
            await().atMost(LIMIT).until(() -> Instant.now().isAfter(end.plusSeconds(1)));
            rest().post(path, StationIdentities.json(old)).expect(400);
        }
        try (Station expired = builder.build()) {
            await().atMost(LIMIT).until(() -> refusal(expired) == 403);
            awaitEvent(expired, "EXPIRED_CERTIFICATE");
            accept(expired, 200);
            awaitEvent(expired, "Expired certificates are accepted until");
        }
        try (Station accepted = started(builder)) {
            accepted.boot(BootReasonEnum.POWER_UP);
            assertThat(accepted.expectCall(TriggerMessageRequest.class, LIMIT).requestedMessage())
                    .isEqualTo(MessageTriggerEnum.SIGN_CHARGING_STATION_CERTIFICATE);
            awaitStatus(accepted, "Installed");
            await().atMost(LIMIT).until(() -> isNew(accepted));
            accepted.goOffline();
            accepted.goOnline(); // with the new one
            rest().eventually(
                            "auth/stations/" + accepted.id() + "/credentials",
                            shown ->
                                    assertThat(shown.has("expiredAcceptedUntil"))
                                            .as(shown.toString())
                                            .isFalse());
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"A00.FR.407", "A00.FR.408"})
    void isToldOfByTheNameInItWhenNobodyTrustsIt(OcppVersion version) {
        StationBuilder builder = StationIdentities.registered(version);
        String id;
        try (Station unconnected = builder.build()) {
            id = unconnected.id();
        }
        try (Station station = builder.identity(StationIdentities.forged(id)).build()) {
            assertThatThrownBy(station::connect).isInstanceOf(ConnectFailedException.class);
            awaitEvent(station, "CLIENT_CERTIFICATE");
            rest().eventually(
                            "gateway/refusals?station=" + id,
                            shown ->
                                    assertThat(shown.at("/items/0/detail").asString())
                                            .contains("it names [" + id + "], serial number"));
        }
    }

    private static boolean isNew(Station station) {
        Identity identity = station.security().identity(CHARGING_STATION_CERTIFICATE).orElseThrow();
        return identity.certificate().getNotAfter().toInstant().isAfter(Instant.now());
    }

    private static String accept(Station station, int status) {
        var answer =
                rest().put(
                                "auth/stations/" + station.id() + "/certificates/expired",
                                "{\"within\": \"PT10M\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer.body();
    }

    private static int refusal(Station station) {
        try {
            station.connect();
            return 101;
        } catch (ConnectFailedException e) {
            return e.status();
        }
    }

    private static void awaitEvent(Station station, String text) {
        rest().eventually(
                        "auth/security-events?source=Csms&stationId=" + station.id(),
                        shown ->
                                assertThat(shown.path("items"))
                                        .extracting(event -> techInfo(event))
                                        .anyMatch(info -> info.contains(text)));
    }

    private static String techInfo(JsonNode event) {
        return event.path("techInfo").asString();
    }
}
