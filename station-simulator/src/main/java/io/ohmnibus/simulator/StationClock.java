/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator;

import io.ohmnibus.simulator.model.DeviceModel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The station's own time. Where its TimeSource is the Heartbeat, the CSMS sets it when it is off by
 * more than a second (B01.FR.06, G02.FR.06).
 */
final class StationClock {

    private static final Duration GOOD_ENOUGH = Duration.ofSeconds(1);

    private final Clock clock;
    private final DeviceModel model;
    private volatile Duration ahead = Duration.ZERO;

    StationClock(Clock clock, DeviceModel model) {
        this.clock = clock;
        this.model = model;
    }

    Instant now() {
        return clock.instant().plus(ahead);
    }

    void synchronize(Instant currentTime) {
        if (!model.members("ClockCtrlr", "TimeSource").contains("Heartbeat")) {
            return;
        }
        var off = Duration.between(now(), currentTime);
        if (off.abs().compareTo(GOOD_ENOUGH) > 0) {
            ahead = ahead.plus(off);
        }
    }
}
