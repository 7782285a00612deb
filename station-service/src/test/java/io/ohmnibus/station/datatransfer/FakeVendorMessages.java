/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.datatransfer;

import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The messages of one station, in memory. */
final class FakeVendorMessages implements VendorMessages {

    final List<Seen> seen = new ArrayList<>();

    @Override
    public Mono<Void> seen(
            StationKey station, Direction direction, Name name, String status, Instant at) {
        return Mono.fromRunnable(() ->
                seen.add(
                        new Seen(
                                direction.text(),
                                name.vendorId(),
                                name.messageId(),
                                1,
                                status,
                                at)));
    }

    @Override
    public Flux<Seen> list(StationKey station, @Nullable Seen after, int limit) {
        return Flux.fromIterable(seen);
    }
}
