/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.locallist;

import io.ohmnibus.auth.connection.ConnectionStep;
import io.ohmnibus.contracts.gateway.StationAuthentication;
import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What waited for a station goes on when it is back; a little later, for it to boot before, when
 * that is what it does.
 */
@Component
final class ListOnConnection implements ConnectionStep {

    private static final Duration TIME_TO_BOOT = Duration.ofSeconds(10);

    private final LocalLists lists;

    ListOnConnection(LocalLists lists) {
        this.lists = lists;
    }

    @Override
    public Mono<Void> connected(
            StationKey station, StationAuthentication authentication, Instant at) {
        return lists.connected(station, lists.now().plus(TIME_TO_BOOT));
    }
}
