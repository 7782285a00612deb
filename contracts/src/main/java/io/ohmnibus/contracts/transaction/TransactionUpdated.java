/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.contracts.transaction;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something is known of a transaction that was not known before: its charging state, EVSE or token
 * changed, or an event came late. Meter values alone are not announced. What it says replaces what
 * was said before.
 *
 * @param receivedAt when the event that changed it came, by our clock
 * @param chargingState wire name of ChargingStateEnumType
 * @param energyWh imported energy so far, if there are two register readings
 * @param ended whether its end is known already: what was billed by it may have to be corrected
 */
public record TransactionUpdated(
        String transactionId,
        Instant receivedAt,
        @Nullable Integer evseId,
        @Nullable Integer connectorId,
        @Nullable UsedToken idToken,
        @Nullable String chargingState,
        @Nullable BigDecimal energyWh,
        boolean ended)
        implements TransactionNews {}
