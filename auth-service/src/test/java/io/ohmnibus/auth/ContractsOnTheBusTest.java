/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.contracts.auth.AuthorizationDecided;
import io.ohmnibus.contracts.auth.AuthorizeTransaction;
import io.ohmnibus.contracts.auth.AuthorizeTransaction.Purpose;
import io.ohmnibus.contracts.auth.CredentialsRegistered;
import io.ohmnibus.contracts.auth.CredentialsWithdrawn;
import io.ohmnibus.contracts.auth.RegisterCredentials;
import io.ohmnibus.contracts.auth.StationCredentials;
import io.ohmnibus.contracts.auth.TokenClaim;
import io.ohmnibus.contracts.auth.TransactionAuthorization;
import io.ohmnibus.contracts.auth.WithdrawCredentials;
import io.ohmnibus.contracts.transaction.TransactionEnded;
import io.ohmnibus.contracts.transaction.TransactionStarted;
import io.ohmnibus.contracts.transaction.UsedToken;
import io.ohmnibus.ocpp.type.AdditionalInfo;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.IdTokenInfo;
import io.ohmnibus.platform.bus.BusJson;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What auth-service and its neighbours tell each other survives the bus. */
final class ContractsOnTheBusTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.123456Z");
    private static final IdToken TOKEN =
            new IdToken(
                    List.of(new AdditionalInfo("DE-123", "licencePlate", null)),
                    "AABB",
                    "ISO14443",
                    new CustomData("org.example", Map.of("n", 1)));

    static List<Object> records() {
        TokenClaim claim = new TokenClaim("CS-1", "tx-1", NOW);
        return List.of(
                new AuthorizeTransaction("tx-1", TOKEN, 1, Purpose.CHARGE, claim),
                new AuthorizeTransaction(
                        "tx-1",
                        new IdToken(null, "", "NoAuthorization", null),
                        null,
                        Purpose.STOP,
                        null),
                new TransactionAuthorization(
                        new IdTokenInfo(
                                AuthorizationStatusEnum.CONCURRENT_TX,
                                NOW,
                                -3,
                                TOKEN,
                                "de",
                                "en",
                                List.of(1, 2),
                                null,
                                null),
                        claim),
                new AuthorizationDecided(
                        "id", "Charge", null, "KeyCode", 1, "tx-1", "Invalid", "Unknown", "G",
                        "CS-2", NOW),
                new RegisterCredentials(
                        new UUID(1, 2),
                        NOW,
                        List.of(
                                new RegisterCredentials.Entry("A", 3, null),
                                new RegisterCredentials.Entry("B", 2, "v1$salt$hash"))),
                new CredentialsRegistered(2),
                new WithdrawCredentials(NOW, List.of("A", "B")),
                new CredentialsWithdrawn(1),
                new StationCredentials(2, "v1$salt$hash", NOW),
                new StationCredentials(
                        2,
                        "v1$salt$hash",
                        NOW,
                        3,
                        "v1$salt$next",
                        "SN-1",
                        List.of("1f", "a0"),
                        List.of("b"),
                        NOW),
                new TransactionStarted(
                        "tx-1", NOW, NOW, 1, 2, new UsedToken("A", "Central"), 7, 8, true),
                new TransactionEnded(
                        "tx-1",
                        null,
                        NOW,
                        NOW,
                        null,
                        null,
                        null,
                        "Local",
                        new BigDecimal("1234567890.123456789"),
                        true));
    }

    @ParameterizedTest
    @MethodSource("records")
    void survives(Object told) {
        assertThat(BusJson.read(BusJson.write(told), told.getClass())).isEqualTo(told);
    }

    @Test
    void aChangeWithoutANewPasswordTakesNoPasswordAway() {
        StationCredentials credentials = new StationCredentials(1, "v1$salt$hash", NOW);
        assertThat(credentials.passwordChanged(NOW)).isEqualTo(credentials);
    }

    /** Compacted topics keep what earlier versions wrote. */
    @Test
    void readsCredentialsOfTheFirstVersion() {
        String old =
                """
                {"securityProfile": 1, "passwordHash": "v1$salt$hash",
                 "changedAt": "2026-03-01T10:00:00.123456Z"}
                """;
        assertThat(BusJson.read(old.getBytes(StandardCharsets.UTF_8), StationCredentials.class))
                .isEqualTo(new StationCredentials(1, "v1$salt$hash", NOW));
    }
}
