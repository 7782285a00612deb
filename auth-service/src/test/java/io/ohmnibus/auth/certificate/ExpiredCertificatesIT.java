/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.contracts.gateway.StationAuthentication;
import io.ohmnibus.ocpp.message.TriggerMessageRequest;
import io.ohmnibus.ocpp.type.MessageTriggerEnum;
import io.ohmnibus.platform.ocpp.RuleViolation;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.platform.test.TestDatabase;
import io.ohmnibus.platform.web.Problem;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** An expired certificate is accepted for a time, and renewed at once. */
@EmbeddedTest
final class ExpiredCertificatesIT {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Instant NOW = CertificatesUnderTest.NOW;
    private static final String OLD = "abc";

    private final CertificatesUnderTest all;
    private final ExpiredCertificates expired;

    ExpiredCertificatesIT(TestDatabase database) {
        this.all = new CertificatesUnderTest(database);
        this.expired = all.expired();
    }

    /** The station has used it before; it ended yesterday. */
    private void knowTheOldOne() {
        connect(OLD, NOW.minus(Duration.ofDays(1)), NOW.minus(Duration.ofDays(9)));
        all.connections.publish(all.station).block();
        assertThat(all.valid()).isEmpty();
        all.commands.sent().clear();
    }

    private void connect(String number, Instant expires, Instant at) {
        StationAuthentication by = StationAuthentication.certificate("S1", number, expires);
        expired.connected(all.station, by, at).block();
        all.used.connected(all.station, by, at).block();
    }

    @Test
    @Requirement("A00.FR.429")
    void letsTheGatewaysAcceptItForATimeAndTellsWhoWantedThat() {
        knowTheOldOne();
        expired.accept(all.station, WEEK, "anna").block();

        assertThat(all.valid()).containsExactly(OLD);
        assertThat(all.credentials.published(all.station).acceptsExpiredAt(NOW.plus(WEEK)))
                .isTrue();
        assertThat(
                        all.credentials
                                .published(all.station)
                                .acceptsExpiredAt(NOW.plus(WEEK).plusSeconds(9)))
                .isFalse();
        assertThat(all.events.texts(all.station))
                .singleElement()
                .asString()
                .startsWith("ReconfigurationOfSecurityParameters Expired certificates are accepted")
                .endsWith("by anna");

        expired.end(all.station, "bert").block();
        assertThat(all.valid()).isEmpty();
        assertThat(all.credentials.published(all.station).acceptsExpiredAt(NOW)).isFalse();
        assertThat(all.events.texts(all.station).getFirst()).endsWith("by bert");
    }

    @Test
    @Requirement({"A00.FR.408", "A00.FR.429"})
    void asksAtOnceForANewOneAndEndsWhenTheStationUsesIt() {
        knowTheOldOne();
        expired.accept(all.station, WEEK, "anna").block();
        connect(OLD, NOW.minus(Duration.ofDays(1)), NOW);

        assertThat(all.commands.last(TriggerMessageRequest.class).requestedMessage())
                .isEqualTo(MessageTriggerEnum.SIGN_CHARGING_STATION_CERTIFICATE);
        assertThat(all.events.texts(all.station).getFirst())
                .startsWith("InvalidChargingStationCertificate EXPIRED_CERTIFICATE accepted: abc");
        connect(OLD, NOW.minus(Duration.ofDays(1)), NOW); // the same connection is told again
        assertThat(all.commands.sent()).hasSize(1);

        connect("def", NOW.plus(WEEK), NOW.plusSeconds(9));
        assertThat(all.valid()).containsExactly("def");
        assertThat(all.credentials.published(all.station).expiredAcceptedUntil()).isNull();
    }

    @Test
    @Requirement("A00.FR.429")
    void refusesItForWhomNoCertificateIsKnown() {
        assertThatThrownBy(() -> expired.accept(all.station, WEEK, "anna").block())
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        e -> assertThat(e.requirement()).isEqualTo("A00.FR.429"));
        StationKey nobody = new StationKey("default", "NOBODY");
        assertThatThrownBy(() -> expired.accept(nobody, WEEK, "anna").block())
                .isInstanceOf(Problem.class);
        assertThat(all.events.texts(all.station)).isEmpty();
    }
}
