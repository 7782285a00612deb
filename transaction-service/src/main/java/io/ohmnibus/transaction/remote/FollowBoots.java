/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.remote;

import io.ohmnibus.contracts.station.StationBooted;
import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.platform.event.EventConsumer;
import io.ohmnibus.platform.event.EventMeta;
import io.ohmnibus.platform.ocpp.UseCase;
import reactor.core.publisher.Mono;

/** Sees the BootNotification that was triggered. */
@UseCase("F06")
final class FollowBoots implements EventConsumer<StationBooted> {

    private final RemoteRequests requests;

    FollowBoots(RemoteRequests requests) {
        this.requests = requests;
    }

    @Override
    public boolean concerns(StationBooted boot) {
        return boot.reason() == BootReasonEnum.TRIGGERED;
    }

    @Override
    public Mono<Void> on(EventMeta meta, StationBooted boot) {
        return requests.booted(meta.station(), boot.at());
    }
}
