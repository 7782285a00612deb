/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.token;

import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** A row of the table {@code tokens}, without its tenant; rows are written as a JSON array. */
record TokenRow(
        String type,
        String tokenKey,
        String idToken,
        String status,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        @Nullable String groupId,
        @Nullable String groupType,
        @Nullable String language1,
        @Nullable String language2,
        @Nullable Integer chargingPriority,
        boolean concurrentTransactions,
        @Nullable String allowedAt,
        boolean singleUse,
        @Nullable String allowedHours) {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build();
    private static final TypeReference<Map<String, List<Integer>>> PLACES =
            new TypeReference<>() {};

    static TokenRow of(Token token) {
        Token.Group group = token.group();
        return new TokenRow(
                token.type(),
                TokenKey.of("", token.type(), token.idToken()).key(),
                token.idToken(),
                token.status().wireName(),
                token.validity().from(),
                token.validity().until(),
                group == null ? null : group.idToken(),
                group == null ? null : group.type(),
                token.language1(),
                token.language2(),
                token.chargingPriority(),
                token.concurrentTransactions(),
                token.allowedAt() == null ? null : JSON.writeValueAsString(token.allowedAt()),
                token.validity().once(),
                token.validity().hours() == null
                        ? null
                        : JSON.writeValueAsString(token.validity().hours()));
    }

    static String toJson(List<TokenRow> rows) {
        return JSON.writeValueAsString(rows);
    }

    Token toToken() {
        return new Token(
                idToken,
                type,
                statusOf(status),
                new Token.Validity(
                        validFrom,
                        validUntil,
                        singleUse,
                        allowedHours == null
                                ? null
                                : JSON.readValue(allowedHours, WeeklyHours.class)),
                groupId == null || groupType == null ? null : new Token.Group(groupId, groupType),
                language1,
                language2,
                chargingPriority,
                concurrentTransactions,
                allowedAt == null ? null : JSON.readValue(allowedAt, PLACES));
    }

    /** A status that nobody knows refuses. */
    private static AuthorizationStatusEnum statusOf(String wireName) {
        return Arrays.stream(AuthorizationStatusEnum.values())
                .filter(status -> status.wireName().equals(wireName))
                .findFirst()
                .orElse(AuthorizationStatusEnum.INVALID);
    }
}
