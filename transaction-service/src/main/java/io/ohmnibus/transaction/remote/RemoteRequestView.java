/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.remote;

import io.ohmnibus.transaction.remote.RemoteRequests.Effect;
import io.ohmnibus.transaction.remote.RemoteRequests.Followed;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request as REST shows it.
 *
 * @param status the station's answer, or Refused, TimedOut, Offline
 * @param outcome Pending, Awaited, Done, NoEffect, Unknown or Refused: what really happened
 */
record RemoteRequestView(
        long id,
        RemoteRequest request,
        Instant requestedAt,
        @Nullable String status,
        @Nullable String statusInfo,
        String outcome,
        @Nullable Effect effect) {

    static RemoteRequestView of(Followed followed, Instant now, Duration effectWithin) {
        return new RemoteRequestView(
                followed.id(),
                followed.request(),
                followed.requestedAt(),
                followed.status(),
                followed.statusInfo(),
                RemoteOutcome.of(followed, now, effectWithin).text(),
                followed.effect());
    }
}
