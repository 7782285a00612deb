/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.auth.decision.Decision;
import io.ohmnibus.auth.external.ExternalAuthorizer;
import io.ohmnibus.auth.policy.AuthorizationPolicy;
import io.ohmnibus.auth.token.FakeTokens;
import io.ohmnibus.auth.token.Token;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.AuthorizeRequest;
import io.ohmnibus.ocpp.message.AuthorizeResponse;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.AuthorizeCertificateStatusEnum;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.IdTokenInfo;
import io.ohmnibus.platform.ocpp.Call;
import io.ohmnibus.platform.ocpp.Received;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.Requirement;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

final class AuthorizeHandlerTest {

    private final Judging judging = new Judging();
    private final FakeTokens tokens = judging.tokens;
    private final FakeClaims claims = judging.claims;
    private final AuthorizeHandler handler = judging.authorize();

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
                Flux.just(
                                call("CS-1", "AABB", null),
                                call("CS-2", "aabb", null),
                                call("CS-3", "other", null),
                                call("CS-4", "AABB", "-----BEGIN"),
                                call("CS-5", "a\0", null))
                        .concatMap(call -> handler.read(call.station(), call.message()))
                        .collectList()
                        .flatMap(handler::handleAll)
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

    @Test
    void tellsInTheLogWhy() {
        tokens.save("default", List.of(Token.accepted("AABB", "ISO14443"))).block();
        claims.claim(List.of(ClaimsContract.wish("default", "CS-2", "tx-1", "AABB"))).block();
        statusAt("CS-1");
        statusAt("CS-2");
        authorize("CS-1", "1234", "KeyCode", null);
        authorize("CS-1", "", "NoAuthorization", null);

        assertThat(judging.reasons())
                .containsExactly("ConcurrentTransaction", "Known", "Unknown", "NoTokenNeeded");
        assertThat(judging.decided.getFirst().detail()).isEqualTo("CS-2");
        assertThat(judging.decided.get(2).idToken()).as("a secret").isNull();
        assertThat(judging.decided).extracting(Decision::purpose).containsOnly("Authorize");
    }

    @Test
    @Requirement("C04.FR.06")
    void refusesAllTokensOfATypeAfterTooManyWrongOnes() { // A35
        tokens.save("default", List.of(Token.accepted("1234", "KeyCode"))).block();
        tokens.save("default", List.of(Token.accepted("AABB", "ISO14443"))).block();
        for (int i = 0; i < 3; i++) {
            authorize("CS-1", "000" + i, "KeyCode", null);
        }

        assertThat(authorize("CS-1", "1234", "KeyCode", null).idTokenInfo().status())
                .isEqualTo(AuthorizationStatusEnum.INVALID);
        assertThat(judging.reasons().getLast()).isEqualTo("TooManyWrong");
        assertThat(statusAt("CS-1")).as("another type").isEqualTo(AuthorizationStatusEnum.ACCEPTED);
        assertThat(authorize("CS-2", "1234", "KeyCode", null).idTokenInfo().status())
                .as("another station")
                .isEqualTo(AuthorizationStatusEnum.ACCEPTED);
        assertThat(judging.wrong.values()).as("the right one does not count").containsOnly(3);
    }

    @Test
    @Requirement({"C10.FR.08", "C10.FR.13"})
    void tellsStationsHowLongTheyMayRemember() {
        Instant soon = ClaimsContract.NOW.plusSeconds(60);
        tokens.save(
                        "default",
                        List.of(
                                Token.accepted("AABB", "ISO14443"),
                                new Token(
                                        "SHORT",
                                        "ISO14443",
                                        AuthorizationStatusEnum.ACCEPTED,
                                        new Token.Validity(null, soon),
                                        null,
                                        null,
                                        null,
                                        null,
                                        false,
                                        null)))
                .block();
        judging.policy = new AuthorizationPolicy(Duration.ofHours(1), null, null);

        assertThat(until("AABB")).isEqualTo(ClaimsContract.NOW.plus(Duration.ofHours(1)));
        assertThat(until("SHORT")).isEqualTo(soon);
        judging.policy = new AuthorizationPolicy(Duration.ZERO, null, null);
        assertThat(until("AABB")).isEqualTo(ClaimsContract.NOW);
        judging.policy = AuthorizationPolicy.NONE;
        assertThat(until("AABB")).isNull();
    }

    private @Nullable Instant until(String id) {
        return authorize("CS-1", id, "ISO14443", null).idTokenInfo().cacheExpiryDateTime();
    }

    @Test
    @Requirement("C16.FR.03")
    void acceptsAMasterPassBeforeThereIsATransactionForItIsToStopOne() {
        tokens.save(
                        "default",
                        List.of(
                                new Token(
                                        "POLICE-1",
                                        "ISO14443",
                                        AuthorizationStatusEnum.ACCEPTED,
                                        Token.Validity.ALWAYS,
                                        new Token.Group("POLICE", "Central"),
                                        null,
                                        null,
                                        null,
                                        false,
                                        null)))
                .block();
        judging.policy = new AuthorizationPolicy(null, "police", null);

        IdTokenInfo told = authorize("CS-1", "POLICE-1", "ISO14443", null).idTokenInfo();
        assertThat(told.status()).isEqualTo(AuthorizationStatusEnum.ACCEPTED);
        assertThat(told.groupIdToken()).isNotNull();
    }

    private static AuthorizationPolicy asking(
            AuthorizationPolicy.Ask ask, AuthorizationPolicy.OnFailure onFailure) {
        return new AuthorizationPolicy(
                null,
                null,
                new AuthorizationPolicy.External(
                        URI.create("https://example.org"),
                        null,
                        Duration.ofSeconds(2),
                        ask,
                        onFailure));
    }

    @Test
    void asksSomebodyElseAboutTokensThatNobodyKnowsHere() {
        tokens.save("default", List.of(Token.accepted("AABB", "ISO14443"))).block();
        judging.policy =
                asking(AuthorizationPolicy.Ask.Unknown, AuthorizationPolicy.OnFailure.Refuse);
        judging.answer =
                new ExternalAuthorizer.Answer.Said(
                        Authorization.status(AuthorizationStatusEnum.ACCEPTED));

        assertThat(statusAt("CS-1")).isEqualTo(AuthorizationStatusEnum.ACCEPTED);
        assertThat(judging.asked).isEmpty();
        assertThat(authorize("CS-1", "FOREIGN", "ISO14443", null).idTokenInfo().status())
                .isEqualTo(AuthorizationStatusEnum.ACCEPTED);
        assertThat(judging.asked).hasSize(1);
        authorize("CS-1", "", "NoAuthorization", null);
        assertThat(judging.asked).hasSize(1);
        assertThat(judging.reasons()).containsExactly("Known", "External", "NoTokenNeeded");
    }

    @Test
    void refusesWhenNobodyAnswersUnlessThePolicySaysOtherwise() {
        tokens.save("default", List.of(Token.accepted("AABB", "ISO14443"))).block();
        judging.answer = new ExternalAuthorizer.Answer.Failed("too late");
        judging.policy = asking(AuthorizationPolicy.Ask.All, AuthorizationPolicy.OnFailure.Refuse);
        assertThat(statusAt("CS-1")).isEqualTo(AuthorizationStatusEnum.INVALID);
        assertThat(judging.decided.getLast())
                .returns("ExternalFailed", Decision::reason)
                .returns("too late", Decision::detail);

        judging.policy =
                asking(AuthorizationPolicy.Ask.All, AuthorizationPolicy.OnFailure.OwnJudgement);
        assertThat(statusAt("CS-1")).isEqualTo(AuthorizationStatusEnum.ACCEPTED);
        assertThat(authorize("CS-1", "FOREIGN", "ISO14443", null).idTokenInfo().status())
                .isEqualTo(AuthorizationStatusEnum.UNKNOWN);
    }

    @Test
    void whatWeRefuseIsRefusedWhateverOthersSay() {
        tokens.save(
                        "default",
                        List.of(
                                new Token(
                                        "AABB",
                                        "ISO14443",
                                        AuthorizationStatusEnum.BLOCKED,
                                        Token.Validity.ALWAYS,
                                        null,
                                        null,
                                        null,
                                        null,
                                        false,
                                        null)))
                .block();
        judging.policy = asking(AuthorizationPolicy.Ask.All, AuthorizationPolicy.OnFailure.Refuse);
        judging.answer =
                new ExternalAuthorizer.Answer.Said(
                        Authorization.status(AuthorizationStatusEnum.ACCEPTED));

        assertThat(statusAt("CS-1")).isEqualTo(AuthorizationStatusEnum.BLOCKED);
        assertThat(judging.reasons()).containsExactly("Status");
    }
}
