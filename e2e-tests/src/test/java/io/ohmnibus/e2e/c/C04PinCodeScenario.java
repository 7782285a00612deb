/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.c;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.token;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.ohmnibus.e2e.CallErrors;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Station;
import java.util.List;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/** {@code AuthorizeHandler}: a key code is right or Invalid, and secret. */
@UseCase("C04")
@ResourceLock("levels of logging")
class C04PinCodeScenario {

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"C04.FR.01", "C04.FR.02"})
    void theRightCodeIsAcceptedAndAWrongOneIsInvalid(OcppVersion version) {
        try (Station station = accepted(version)) {
            IdToken right = token("{}", "KeyCode");
            assertThat(Asking.status(station, right)).isEqualTo(AuthorizationStatusEnum.ACCEPTED);

            IdToken wrong = new IdToken(null, "0000-" + station.id(), "KeyCode", null);
            assertThat(Asking.status(station, wrong)).isEqualTo(AuthorizationStatusEnum.INVALID);

            IdToken asCard = new IdToken(null, right.idToken(), "ISO14443", null);
            assertThat(Asking.status(station, asCard)).isEqualTo(AuthorizationStatusEnum.UNKNOWN);
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("C04.FR.06")
    void nobodyCanTryThemAll(OcppVersion version) { // A35
        try (Station station = accepted(version)) {
            IdToken right = token("{}", "KeyCode");
            IdToken card = token("Accepted");
            for (int code = 0; code < 20; code++) {
                IdToken guess = new IdToken(null, code + "-" + station.id(), "KeyCode", null);
                assertThat(Asking.status(station, guess))
                        .isEqualTo(AuthorizationStatusEnum.INVALID);
            }

            assertThat(Asking.status(station, right)).isEqualTo(AuthorizationStatusEnum.INVALID);
            assertThat(Asking.status(station, card)).isEqualTo(AuthorizationStatusEnum.ACCEPTED);
            assertThat(
                            rest().get("auth/security-events?stationId=" + station.id())
                                    .expect(200)
                                    .path("items"))
                    .extracting(event -> event.path("type").asString())
                    .contains("TooManyWrongTokens");
            assertThat(Policies.decisions(station))
                    .hasSize(22)
                    .element(1)
                    .satisfies(decision -> {
                        assertThat(decision.path("reason").asString()).isEqualTo("TooManyWrong");
                        assertThat(decision.has("idToken")).as("a secret").isFalse();
                    });
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @CallErrors("PropertyConstraintViolation")
    @Requirement("C04.FR.04")
    void noLogEverShowsACode(OcppVersion version) {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> logged = new ListAppender<>();
        logged.start();
        root.addAppender(logged);
        Logger ours = (Logger) LoggerFactory.getLogger("io.ohmnibus");
        Level before = ours.getLevel();
        ours.setLevel(Level.DEBUG);
        try (Station station = accepted(version)) {
            IdToken code = token("{}", "KeyCode");
            String wrong = "PIN-" + station.id();
            var evse = station.evse(1).plugIn();
            evse.authorize(code);
            evse.startCharging().stop().unplug();
            Asking.status(station, new IdToken(null, wrong, "KeyCode", null));
            station.raw(
                    "[2,\"c04\",\"Authorize\",{\"idToken\":{\"idToken\":\"%s\",\"type\":\"KeyCode\"}}]"
                            .formatted(wrong.repeat(60)));

            assertThat(List.copyOf(logged.list))
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .hasSizeGreaterThan(5)
                    .noneMatch(line -> line.contains(code.idToken()) || line.contains(wrong));
        } finally {
            ours.setLevel(before);
            root.detachAppender(logged);
        }
    }
}
