/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator;

import io.ohmnibus.ocpp.message.HeartbeatRequest;
import io.ohmnibus.simulator.rpc.Shared;
import io.ohmnibus.simulator.rpc.StationException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Sends a Heartbeat when nothing else was sent for the interval (G02). */
final class Heartbeats {

    private final Station station;
    private Shared.@Nullable Appointment next;
    private int series;

    Heartbeats(Station station) {
        this.station = station;
    }

    /** Begins, or begins again with a changed interval. */
    synchronized void start() {
        stop();
        schedule(series, interval());
    }

    synchronized void stop() {
        series++;
        if (next != null) {
            next.cancel();
            next = null;
        }
    }

    private Duration interval() {
        return station.model().seconds("OCPPCommCtrlr", "HeartbeatInterval");
    }

    private synchronized void schedule(int of, Duration delay) {
        if (of == series) {
            next = Shared.after(delay, () -> beat(of));
        }
    }

    private void beat(int of) {
        var left = interval().minus(station.line().quietFor()); // G02.FR.05
        if (left.isPositive()) {
            schedule(of, left);
            return;
        }
        beat();
        schedule(of, interval());
    }

    /** One Heartbeat now; a failure is only told to the listener. */
    void beat() {
        try {
            var answer = station.call(new HeartbeatRequest(null));
            station.clock().synchronize(answer.currentTime()); // G02.FR.06
        } catch (StationException e) {
            station.tell(StationEvent.Kind.PROBLEM, "Heartbeat failed: " + StationEvent.brief(e));
        }
    }
}
