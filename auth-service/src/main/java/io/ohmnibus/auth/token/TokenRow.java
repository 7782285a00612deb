/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.token;

import io.ohmnibus.auth.allowance.Allowances;
import io.ohmnibus.auth.allowance.TokenStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

    static TokenRow of(Token token) {
        Token.Group group = token.group();
        Allowances allowances = new Allowances(null, token.allowedAt(), token.validity().hours());
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
                allowances.storedPlaces(),
                token.validity().once(),
                allowances.storedHours());
    }

    static String toJson(List<TokenRow> rows) {
        return JSON.writeValueAsString(rows);
    }

    Token toToken() {
        return toToken(null, false);
    }

    /**
     * The token, as its group lets it be.
     *
     * @param refused the status that its group has instead of Accepted
     */
    Token toToken(@Nullable String refused, boolean masterPass) {
        Allowances allowances = Allowances.stored(chargingPriority, allowedAt, allowedHours);
        return new Token(
                idToken,
                type,
                TokenStatus.stored(status),
                new Token.Validity(validFrom, validUntil, singleUse, allowances.hours()),
                groupId == null || groupType == null
                        ? null
                        : new Token.Group(
                                groupId,
                                groupType,
                                refused == null ? null : TokenStatus.stored(refused),
                                masterPass),
                language1,
                language2,
                chargingPriority,
                concurrentTransactions,
                allowances.allowedAt());
    }
}
