/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.partner;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to one subscription.
 *
 * @param eventId also the {@code webhook-id} of every attempt
 * @param status Pending, Delivered or Failed
 * @param nextAttemptAt while it is pending
 * @param lastStatus the HTTP status of the last answer
 * @param lastError why there was none
 */
record Delivery(
        UUID id,
        String eventId,
        String eventType,
        String status,
        int attempts,
        Instant nextAttemptAt,
        @Nullable Integer lastStatus,
        @Nullable String lastError,
        @Nullable Instant deliveredAt,
        Instant createdAt) {}
