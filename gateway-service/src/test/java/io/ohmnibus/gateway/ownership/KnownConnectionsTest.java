/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.ohmnibus.contracts.gateway.StationConnection;
import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class KnownConnectionsTest {

    private static final StationKey STATION = new StationKey("default", "CS-1");
    private static final StationConnection A = connection("a", 1);
    private static final StationConnection B = connection("b", 2);

    private static StationConnection connection(String id, long epoch) {
        return StationConnection.opened(id, 0, "ocpp2.1", Instant.EPOCH, "1.2.3.4:5")
                .inEpoch(epoch);
    }

    private static KnownConnections after(List<StationConnection> records) {
        KnownConnections known =
                new KnownConnections(new OwnershipMetrics(new SimpleMeterRegistry()));
        records.forEach(record -> known.put(STATION, record));
        return known;
    }

    @Test
    void agreesInWhicheverOrderAndHoweverOftenRecordsCome() { // A7
        StationConnection lost = B.ended(Instant.EPOCH, "the gateway was lost");
        List<StationConnection> records =
                new ArrayList<>(
                        List.of(A, A.ended(Instant.EPOCH, "late"), B, lost, lost.revived(), B));
        Random order = new Random(7);
        for (int turn = 0; turn < 200; turn++) {
            Collections.shuffle(records, order);
            assertThat(after(records).get(STATION)).as("%s", records).isEqualTo(lost.revived());
        }
    }

    @Test
    void choosesOneOfTwoThatDidNotKnowOfEachOther() {
        StationConnection other = connection("c", B.epoch());
        assertThat(after(List.of(B, other)).get(STATION))
                .isEqualTo(after(List.of(other, B)).get(STATION));
    }

    @Test
    void seesTheTakeoverOfAConnectionThatStood() {
        assertThat(after(List.of(A)).put(STATION, B).takeover()).isTrue();
        assertThat(after(List.of(B)).put(STATION, A).takeover()).isFalse();
        assertThat(after(List.of(A, A.ended(Instant.EPOCH, "gone"))).put(STATION, B).takeover())
                .isFalse();
    }

    @Test
    void knowsWhichConnectionGaveWay() {
        KnownConnections known = after(List.of(B.ended(Instant.EPOCH, "gone")));
        assertThat(known.isReplaced(STATION, A)).isTrue();
        assertThat(known.isReplaced(STATION, B)).isFalse();
        assertThat(known.isReplaced(STATION, connection("c", 3))).isFalse();
        assertThat(known.isReplaced(new StationKey("default", "CS-2"), A)).isFalse();
    }
}
