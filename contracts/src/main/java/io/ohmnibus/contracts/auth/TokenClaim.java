/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.contracts.auth;

import java.time.Instant;

/**
 * A transaction that uses a token.
 *
 * @param since when auth-service gave the token to the transaction
 */
public record TokenClaim(String stationId, String transactionId, Instant since) {}
