/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.partner;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A subscription in the REST API.
 *
 * @param types the events that it gets; all when empty
 * @param disabledReason why it was switched off by itself: gone, or failing for too long
 * @param failingSince since when no attempt has succeeded
 */
record Webhook(
        UUID id,
        String url,
        List<String> types,
        boolean enabled,
        @Nullable String disabledReason,
        @Nullable Instant failingSince,
        Instant createdAt) {

    Webhook {
        types = List.copyOf(types);
    }
}
