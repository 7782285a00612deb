/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.remote;

import io.ohmnibus.contracts.station.AvailabilityChanged;
import io.ohmnibus.ocpp.type.ConnectorStatusEnum;
import io.ohmnibus.platform.event.EventConsumer;
import io.ohmnibus.platform.event.EventMeta;
import io.ohmnibus.platform.ocpp.UseCase;
import reactor.core.publisher.Mono;

/**
 * Sees a cable leave a connector that was unlocked where no transaction is there to tell: the
 * connector was occupied, and is available.
 */
@UseCase("F05")
final class FollowAvailability implements EventConsumer<AvailabilityChanged> {

    private final RemoteRequests requests;

    FollowAvailability(RemoteRequests requests) {
        this.requests = requests;
    }

    @Override
    public boolean concerns(AvailabilityChanged changed) {
        return changed.from() == ConnectorStatusEnum.OCCUPIED
                && changed.to() == ConnectorStatusEnum.AVAILABLE
                && changed.evseId() > 0;
    }

    @Override
    public Mono<Void> on(EventMeta meta, AvailabilityChanged changed) {
        return requests.unplugged(
                meta.station(), changed.evseId(), changed.connectorId(), changed.receivedAt());
    }
}
