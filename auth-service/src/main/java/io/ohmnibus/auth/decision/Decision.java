/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.decision;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision about a token.
 *
 * @param purpose Authorize before there is a transaction, Charge and Stop in one
 * @param idToken as the station sent it; null where that is a secret, as key codes are (C04.FR.04)
 * @param status as the station was told
 * @param detail more about the reason: the transaction that has the token, or why the external
 *     authorizer failed
 */
public record Decision(
        UUID id,
        String tenant,
        String stationId,
        Instant decidedAt,
        String purpose,
        @Nullable String idToken,
        String idTokenType,
        @Nullable Integer evseId,
        @Nullable String transactionId,
        String status,
        String reason,
        @Nullable String groupId,
        @Nullable String detail) {}
