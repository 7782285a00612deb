/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.auth.token.FakeTokens;
import io.ohmnibus.auth.token.Token;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.AuthorizeRequest;
import io.ohmnibus.ocpp.message.AuthorizeResponse;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.AuthorizeCertificateStatusEnum;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.platform.ocpp.Call;
import io.ohmnibus.platform.ocpp.Received;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.Requirement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class AuthorizeHandlerTest {

    private final FakeTokens tokens = new FakeTokens();
    private final FakeClaims claims = new FakeClaims();
    private final AuthorizeHandler handler =
            new AuthorizeHandler(
                    new TokenJudge(tokens, Clock.fixed(ClaimsContract.NOW, ZoneOffset.UTC)),
                    claims);

    private AuthorizeResponse authorize(
            String station, String id, String type, @Nullable String certificate) {
        AuthorizeResponse answer =
                handler.handle(
                                new Station(
                                        new StationKey("default", station),
                                        OcppVersion.V2_1,
                                        new Call("message", ClaimsContract.NOW, "connection")),
                                new AuthorizeRequest(
                                        new IdToken(null, id, type, null), certificate, null, null))
                        .block();
        assertThat(answer).isNotNull();
        return answer;
    }

    private AuthorizationStatusEnum statusAt(String station) {
        return authorize(station, "AABB", "ISO14443", null).idTokenInfo().status();
    }

    @Test
    @Requirement({"C01.FR.02", "C01.FR.07", "C01.FR.25"})
    void acceptsAKnownTokenWithoutRegardToCase() {
        tokens.save("default", List.of(Token.accepted("aabb", "ISO14443"))).block();

        assertThat(statusAt("CS-1")).isEqualTo(AuthorizationStatusEnum.ACCEPTED);
    }

    @Test
    void knowsNoTokenOfAnotherTenantOrType() {
        tokens.save("other", List.of(Token.accepted("AABB", "ISO14443"))).block();
        tokens.save("default", List.of(Token.accepted("AABB", "Central"))).block();

        assertThat(statusAt("CS-1")).isEqualTo(AuthorizationStatusEnum.UNKNOWN);
    }

    @Test
    void refusesATokenThatChargesAtAnotherStation() {
        tokens.save("default", List.of(Token.accepted("AABB", "ISO14443"))).block();
        claims.claim(List.of(ClaimsContract.wish("default", "CS-2", "tx-1", "AABB"))).block();

        assertThat(statusAt("CS-1")).isEqualTo(AuthorizationStatusEnum.CONCURRENT_TX);
        assertThat(statusAt("CS-2")).isEqualTo(AuthorizationStatusEnum.ACCEPTED);
    }

    @Test
    void answersEachOfManyForItself() {
        tokens.save("default", List.of(Token.accepted("AABB", "ISO14443"))).block();
        claims.claim(List.of(ClaimsContract.wish("default", "CS-2", "tx-1", "AABB"))).block();

        List<AuthorizeResponse> answers =
                handler.handleAll(
                                List.of(
                                        call("CS-1", "AABB", null),
                                        call("CS-2", "aabb", null),
                                        call("CS-3", "other", null),
                                        call("CS-4", "AABB", "-----BEGIN"),
                                        call("CS-5", "a\0", null)))
                        .block();

        assertThat(answers)
                .extracting(answer -> answer.idTokenInfo().status())
                .containsExactly(
                        AuthorizationStatusEnum.CONCURRENT_TX,
                        AuthorizationStatusEnum.ACCEPTED,
                        AuthorizationStatusEnum.UNKNOWN,
                        AuthorizationStatusEnum.INVALID,
                        AuthorizationStatusEnum.UNKNOWN);
    }

    private static Received<AuthorizeRequest> call(
            String station, String id, @Nullable String certificate) {
        return new Received<>(
                new Station(
                        new StationKey("default", station),
                        OcppVersion.V2_1,
                        new Call("message", ClaimsContract.NOW, "connection")),
                new AuthorizeRequest(
                        new IdToken(null, id, "ISO14443", null), certificate, null, null));
    }

    @Test
    void survivesWhatNoDatabaseHolds() { // A35
        assertThat(authorize("CS-1", "a\0' or 1=1", "ISO14443", null).idTokenInfo().status())
                .isEqualTo(AuthorizationStatusEnum.UNKNOWN);
    }

    @Test
    @Requirement("C07.FR.17")
    void refusesAContractCertificateThatItCannotVerify() {
        tokens.save("default", List.of(Token.accepted("DEAAACAAAA1", "eMAID"))).block();

        AuthorizeResponse answer = authorize("CS-1", "DEAAACAAAA1", "eMAID", "-----BEGIN");

        assertThat(answer.idTokenInfo().status()).isEqualTo(AuthorizationStatusEnum.INVALID);
        assertThat(answer.certificateStatus())
                .isEqualTo(AuthorizeCertificateStatusEnum.CERT_CHAIN_ERROR);
    }
}
