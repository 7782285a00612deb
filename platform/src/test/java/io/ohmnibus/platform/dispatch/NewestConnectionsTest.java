/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.bus.Headers;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class NewestConnectionsTest { // F53

    private final NewestConnections connections = new NewestConnections();

    private static BusRecord call(String topic, String station, String epoch) {
        return BusRecord.keyed(
                topic, station, new byte[0], Map.of(Headers.CONNECTION_EPOCH, epoch));
    }

    @Test
    void knowsWhatWasPublishedForAConnectionThatGaveWay() {
        assertThat(connections.isCurrent(call("calls", "default/CS-1", "5"))).isTrue();
        assertThat(connections.isCurrent(call("calls", "default/CS-1", "7"))).isTrue();
        assertThat(connections.isCurrent(call("calls", "default/CS-1", "5"))).isFalse();
        assertThat(connections.isCurrent(call("calls", "default/CS-1", "7"))).isTrue();
    }

    @Test
    void judgesEachStationAndTopicByItself() {
        connections.isCurrent(call("calls", "default/CS-1", "7"));
        assertThat(connections.isCurrent(call("calls", "default/CS-2", "5"))).isTrue();
        assertThat(connections.isCurrent(call("others", "default/CS-1", "5"))).isTrue();
    }

    @Test
    void letsPassWhatTellsNoEpoch() {
        connections.isCurrent(call("calls", "default/CS-1", "7"));
        BusRecord older = BusRecord.keyed("calls", "default/CS-1", new byte[0], Map.of());
        assertThat(connections.isCurrent(older)).isTrue();
    }
}
