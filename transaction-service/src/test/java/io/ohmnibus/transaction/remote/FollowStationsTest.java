/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.remote;

import static io.ohmnibus.transaction.remote.FakeRemoteRequests.KEY;
import static io.ohmnibus.transaction.remote.FakeRemoteRequests.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.contracts.station.AvailabilityChanged;
import io.ohmnibus.contracts.station.StationBooted;
import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.ocpp.type.ConnectorStatusEnum;
import io.ohmnibus.ocpp.type.RegistrationStatusEnum;
import io.ohmnibus.platform.event.EventConsumer;
import io.ohmnibus.platform.event.EventMeta;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class FollowStationsTest {

    private static final EventMeta META = new EventMeta("id", KEY, NOW);

    private final FakeRemoteRequests requests = new FakeRemoteRequests();

    private void becomes(int evse, @Nullable ConnectorStatusEnum from, ConnectorStatusEnum to) {
        comes(
                new FollowAvailability(requests),
                new AvailabilityChanged(evse, 1, from, to, NOW, NOW));
    }

    private static <E> void comes(EventConsumer<E> consumer, E event) {
        if (consumer.concerns(event)) {
            consumer.on(META, event).block();
        }
    }

    @Test
    void aCableLeavesAConnectorThatWasOccupied() {
        becomes(1, null, ConnectorStatusEnum.AVAILABLE);
        becomes(1, ConnectorStatusEnum.FAULTED, ConnectorStatusEnum.AVAILABLE);
        becomes(1, ConnectorStatusEnum.OCCUPIED, ConnectorStatusEnum.UNAVAILABLE);
        becomes(0, ConnectorStatusEnum.OCCUPIED, ConnectorStatusEnum.AVAILABLE);
        assertThat(requests.seen).isEmpty();
        becomes(1, ConnectorStatusEnum.OCCUPIED, ConnectorStatusEnum.AVAILABLE);
        assertThat(requests.seen).containsExactly("unplugged 1/1");
    }

    @Test
    void onlyATriggeredBootIsAnEffect() {
        for (BootReasonEnum reason : BootReasonEnum.values()) {
            comes(
                    new FollowBoots(requests),
                    new StationBooted(
                            RegistrationStatusEnum.ACCEPTED,
                            reason,
                            "vendor",
                            "model",
                            null,
                            null,
                            NOW));
        }
        assertThat(requests.seen).containsExactly("booted");
    }
}
