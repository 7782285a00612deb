/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.auth.authorization.Authorization.Occasion;
import io.ohmnibus.auth.decision.Reason;
import io.ohmnibus.auth.token.Token;
import io.ohmnibus.auth.token.Token.Group;
import io.ohmnibus.auth.token.Token.Validity;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.IdTokenInfo;
import io.ohmnibus.platform.test.Requirement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class AuthorizationTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final IdToken CARD = new IdToken(null, "AABB", "ISO14443", null);
    private static final Occasion HERE = new Occasion("CS-1", null, NOW);

    private static IdTokenInfo decide(Token token) {
        return Authorization.decide(CARD, token, HERE).info();
    }

    private static AuthorizationStatusEnum statusOf(String id, String type) {
        return Authorization.decide(new IdToken(null, id, type, null), null, HERE).info().status();
    }

    private static Token token(AuthorizationStatusEnum status, Validity validity) {
        return new Token("AABB", "ISO14443", status, validity, null, null, null, null, false, null);
    }

    private static Token restrictedTo(@Nullable Map<String, List<Integer>> places) {
        return new Token(
                "AABB",
                "ISO14443",
                AuthorizationStatusEnum.ACCEPTED,
                Validity.ALWAYS,
                null,
                null,
                null,
                null,
                false,
                places);
    }

    @ParameterizedTest
    @EnumSource(AuthorizationStatusEnum.class)
    @Requirement({"C01.FR.07", "C01.FR.18"})
    void tellsTheStatusOfTheToken(AuthorizationStatusEnum status) {
        assertThat(decide(token(status, Validity.ALWAYS)).status()).isEqualTo(status);
    }

    @Test
    void whatItsGroupMayNotATokenMayNot() {
        Token token =
                new Token(
                        "AABB",
                        "ISO14443",
                        AuthorizationStatusEnum.ACCEPTED,
                        Validity.ALWAYS,
                        new Group("Fleet", "Central", AuthorizationStatusEnum.NO_CREDIT, false),
                        null,
                        null,
                        null,
                        false,
                        null);

        assertThat(Authorization.decide(CARD, token, HERE).reason()).isEqualTo(Reason.Group);
        assertThat(decide(token).status()).isEqualTo(AuthorizationStatusEnum.NO_CREDIT);
        assertThat(decide(token).groupIdToken()).isNotNull();
    }

    @Test
    @Requirement("C01.FR.07")
    void knowsNoTokenThatNobodyEntered() {
        assertThat(statusOf("AABB", "ISO14443")).isEqualTo(AuthorizationStatusEnum.UNKNOWN);
        assertThat(statusOf("AABB", "SomeNewType")).isEqualTo(AuthorizationStatusEnum.UNKNOWN);
    }

    @Test
    @Requirement("C04.FR.01")
    void callsAWrongKeyCodeInvalid() {
        assertThat(statusOf("1234", "KeyCode")).isEqualTo(AuthorizationStatusEnum.INVALID);
    }

    @Test
    @Requirement("C02.FR.02")
    void acceptsThatThereIsNoAuthorization() {
        assertThat(statusOf("", "NoAuthorization")).isEqualTo(AuthorizationStatusEnum.ACCEPTED);
    }

    @Test
    void callsAnEmptyTokenInvalid() {
        assertThat(statusOf("", "ISO14443")).isEqualTo(AuthorizationStatusEnum.INVALID);
    }

    @Test
    void expiresAtItsLastInstant() {
        IdTokenInfo info = decide(token(AuthorizationStatusEnum.ACCEPTED, new Validity(null, NOW)));

        assertThat(info.status()).isEqualTo(AuthorizationStatusEnum.EXPIRED);
        assertThat(info.cacheExpiryDateTime()).isEqualTo(NOW);
        assertThat(
                        decide(
                                        token(
                                                AuthorizationStatusEnum.ACCEPTED,
                                                new Validity(null, NOW.plusMillis(1))))
                                .status())
                .isEqualTo(AuthorizationStatusEnum.ACCEPTED);
    }

    @Test
    void isNotValidBeforeItsTime() {
        assertThat(
                        decide(
                                        token(
                                                AuthorizationStatusEnum.ACCEPTED,
                                                new Validity(NOW.plusSeconds(1), null)))
                                .status())
                .isEqualTo(AuthorizationStatusEnum.NOT_AT_THIS_TIME);
    }

    @Test
    @Requirement({"C01.FR.06", "C09.FR.09", "C01.FR.10"})
    void tellsGroupLanguagesAndPriority() {
        IdTokenInfo info =
                decide(
                        new Token(
                                "AABB",
                                "ISO14443",
                                AuthorizationStatusEnum.BLOCKED,
                                Validity.ALWAYS,
                                new Group("FAMILY", "Central"),
                                "de",
                                "en",
                                5,
                                false,
                                null));

        assertThat(info)
                .isEqualTo(
                        new IdTokenInfo(
                                AuthorizationStatusEnum.BLOCKED,
                                null,
                                5,
                                new IdToken(null, "FAMILY", "Central", null),
                                "de",
                                "en",
                                null,
                                null,
                                null));
    }

    @Test
    @Requirement("C01.FR.19")
    void namesNoEvseWhenEveryOneIsAllowed() {
        assertThat(decide(restrictedTo(null)).evseId()).isNull();
        assertThat(decide(restrictedTo(Map.of("CS-1", List.of()))).evseId()).isNull();
    }

    @Test
    @Requirement("C01.FR.20")
    void namesTheAllowedEvses() {
        IdTokenInfo info = decide(restrictedTo(Map.of("CS-1", List.of(2, 3))));

        assertThat(info.status()).isEqualTo(AuthorizationStatusEnum.ACCEPTED);
        assertThat(info.evseId()).containsExactly(2, 3);
    }

    @Test
    @Requirement("C01.FR.22")
    void isNotAllowedElsewhere() {
        IdTokenInfo info = decide(restrictedTo(Map.of("CS-2", List.of())));

        assertThat(info.status()).isEqualTo(AuthorizationStatusEnum.NOT_AT_THIS_LOCATION);
        assertThat(info.evseId()).isNull();
        assertThat(
                        Authorization.decide(
                                        CARD,
                                        restrictedTo(Map.of("CS-1", List.of(2))),
                                        new Occasion("CS-1", 1, NOW))
                                .info()
                                .status())
                .isEqualTo(AuthorizationStatusEnum.NOT_AT_THIS_LOCATION);
    }
}
