/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.contracts.auth;

import io.ohmnibus.ocpp.type.IdTokenInfo;
import org.jspecify.annotations.Nullable;

/**
 * What the station is told about a token.
 *
 * @param heldBy with status ConcurrentTx: the transaction that uses the token
 */
public record TransactionAuthorization(IdTokenInfo idTokenInfo, @Nullable TokenClaim heldBy) {}
