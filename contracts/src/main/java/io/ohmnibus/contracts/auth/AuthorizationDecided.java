/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.contracts.auth;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * It was decided whether a token may charge at a station.
 *
 * @param decisionId the same in the decision log
 * @param purpose Authorize before there is a transaction, Charge and Stop in one
 * @param idToken what was presented; null where that is a secret, as key codes are (C04.FR.04)
 * @param status as the station was told
 * @param reason why, in a word of the decision log
 * @param detail more about the reason: the station whose transaction has the token, or why an
 *     external authorizer failed
 */
public record AuthorizationDecided(
        String decisionId,
        String purpose,
        @Nullable String idToken,
        String idTokenType,
        @Nullable Integer evseId,
        @Nullable String transactionId,
        String status,
        String reason,
        @Nullable String groupId,
        @Nullable String detail,
        Instant at) {}
