/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.decision;

import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The decision log. */
public interface Decisions {

    /** Keeps decisions and tells of them, in the current transaction. */
    Mono<Void> add(List<Decision> decisions);

    /** What to list; null leaves a filter out. Tokens are compared without regard to case. */
    record Filter(
            @Nullable String stationId,
            @Nullable String idToken,
            @Nullable String idTokenType,
            @Nullable String transactionId,
            @Nullable String status,
            @Nullable String reason,
            @Nullable Instant from,
            @Nullable Instant until) {}

    /** The newest first. */
    Mono<Page<Decision>> list(String tenant, Filter filter, PageRequest page);
}
