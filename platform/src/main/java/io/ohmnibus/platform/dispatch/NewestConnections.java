/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.dispatch;

import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.bus.Headers;
import io.ohmnibus.platform.bus.MalformedRecord;
import io.ohmnibus.platform.memory.UsedLast;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which connection of a station is the newest that was seen on a topic. All messages of a station
 * come to one reader in the order of their publication, so one of an older connection after one of
 * a newer is what a gateway published that had lost the station: it must have no effect.
 */
final class NewestConnections {

    private static final int STATIONS = 100_000;

    private final Map<String, Long> epochs = UsedLast.atMost(STATIONS);

    /** False when the station has sent something on a newer connection already. */
    boolean isCurrent(BusRecord record) {
        Long epoch = epoch(record);
        if (epoch == null) {
            return true;
        }
        String place = record.topic() + "/" + record.key();
        return epochs.merge(place, epoch, Math::max).equals(epoch);
    }

    private static @Nullable Long epoch(BusRecord record) {
        String text = record.headers().get(Headers.CONNECTION_EPOCH);
        try {
            return text == null ? null : Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw new MalformedRecord("unreadable " + Headers.CONNECTION_EPOCH, e);
        }
    }
}
