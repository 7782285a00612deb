/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.locallist;

import io.ohmnibus.contracts.station.StationBooted;
import io.ohmnibus.ocpp.type.RegistrationStatusEnum;
import io.ohmnibus.platform.event.EventConsumer;
import io.ohmnibus.platform.event.EventMeta;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A station that has booted may have lost its list; it is asked for its version, once a day. */
@Component
final class ListOnBoot implements EventConsumer<StationBooted> {

    private static final Duration ENOUGH = Duration.ofDays(1);

    private final LocalLists lists;

    ListOnBoot(LocalLists lists) {
        this.lists = lists;
    }

    @Override
    public Mono<Void> on(EventMeta meta, StationBooted event) {
        return event.status() == RegistrationStatusEnum.ACCEPTED
                ? lists.connected(meta.station(), lists.now())
                        .then(lists.booted(meta.station(), lists.now().minus(ENOUGH)))
                : Mono.empty();
    }
}
