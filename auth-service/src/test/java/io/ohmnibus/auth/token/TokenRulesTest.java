/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.auth.token.TokenDocument.GroupIdToken;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.platform.web.Problem.Violation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TokenRulesTest {

    private static TokenDocument document(
            @Nullable String idToken, @Nullable String type, @Nullable String status) {
        return new TokenDocument(
                idToken, type, status, null, null, null, null, null, null, null, null, null, null);
    }

    private static TokenDocument languages(@Nullable String one, @Nullable String two) {
        return new TokenDocument(
                "A", "Central", null, null, null, null, one, two, null, null, null, null, null);
    }

    private static List<String> wrong(TokenDocument entered) {
        return TokenRules.violations(entered).stream().map(Violation::field).distinct().toList();
    }

    @ParameterizedTest
    @CsvSource({
        "Accepted,Accepted",
        "active,Accepted",
        "BLOCKED,Blocked",
        "Expired,Expired",
        "Invalid,Invalid",
        "NoCredit,NoCredit",
        "NotAllowedTypeEVSE,NotAllowedTypeEVSE"
    })
    void readsAStatus(String entered, String status) {
        TokenDocument document = document("A", "Central", entered);

        assertThat(wrong(document)).isEmpty();
        assertThat(TokenRules.token(document).status().wireName()).isEqualTo(status);
    }

    @Test
    void isAcceptedWhenNothingElseIsSaid() {
        assertThat(TokenRules.token(document("A", "Central", null)))
                .isEqualTo(Token.accepted("A", "Central"));
        assertThat(TokenRules.token(document("A", "Central", null)).status())
                .isEqualTo(AuthorizationStatusEnum.ACCEPTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Unknown", "ConcurrentTx", "Nonsense", ""})
    void refusesWhatIsNoStatusOfAToken(String status) {
        assertThat(wrong(document("A", "Central", status))).containsExactly("status");
    }

    @Test
    void refusesWhatNoStationCanSend() {
        assertThat(wrong(document(null, null, null))).containsExactly("idToken", "type");
        assertThat(wrong(document("x".repeat(256), "y".repeat(21), null)))
                .containsExactly("idToken", "type");
        assertThat(wrong(document("a\0b", "Central", null))).containsExactly("idToken");
        assertThat(wrong(document("", "NoAuthorization", null))).containsExactly("idToken", "type");
    }

    @Test
    @Requirement({"C01.FR.10", "C01.FR.11", "C01.FR.17"})
    void refusesASecondLanguageWithoutAnotherFirstAndWhatIsNone() {
        assertThat(wrong(languages("en_US", null))).containsExactly("language1");
        assertThat(wrong(languages(null, "en"))).containsExactly("language2");
        assertThat(wrong(languages("en", "en"))).containsExactly("language2");
        assertThat(wrong(languages("de", "en"))).isEmpty();
    }

    @Test
    @Requirement("C09.FR.13")
    void refusesAGroupThatTwoPointOhPointOneCannotHoldOrIsNotCentral() {
        assertThat(wrong(group("x".repeat(37), null))).containsExactly("groupIdToken.idToken");
        assertThat(wrong(group("FAMILY", "ISO14443"))).containsExactly("groupIdToken.type");
        assertThat(TokenRules.token(group("FAMILY", null)).group())
                .isEqualTo(new Token.Group("FAMILY", "Central"));
    }

    private static TokenDocument group(String id, @Nullable String type) {
        return new TokenDocument(
                "A",
                "Central",
                null,
                null,
                null,
                new GroupIdToken(id, type),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    @Test
    void refusesAnEvseThatDoesNotExist() {
        TokenDocument document =
                new TokenDocument(
                        "A",
                        "Central",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        10,
                        null,
                        Map.of("CS-1", List.of(0)),
                        null,
                        null);

        assertThat(wrong(document)).containsExactly("chargingPriority", "allowedAt");
    }

    @Test
    void takesTokensForASingleUseOfTypeCentralOnly() {
        assertThat(once("Central")).isEmpty();
        assertThat(once("ISO14443")).extracting(Violation::field).containsExactly("singleUse");
    }

    private static List<Violation> once(String type) {
        return TokenRules.violations(
                new TokenDocument(
                        "A", type, null, null, null, null, null, null, null, null, null, true,
                        null));
    }
}
