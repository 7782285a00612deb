/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator;

import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.simulator.StationEvent.Kind;
import io.ohmnibus.simulator.rpc.StationException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A driver who comes to an EVSE again and again: plugs in, presents a token, charges, stops,
 * unplugs, pauses.
 */
public final class DemoDriver {

    /**
     * How a driver behaves.
     *
     * @param charging how long energy flows in one session
     * @param readings every how often meter values go out
     * @param pause between two sessions; the first begins after a random part of it
     */
    public record Habit(IdToken token, Duration charging, Duration readings, Duration pause) {}

    private final Evse evse;
    private final Station station;
    private final Habit habit;
    private final CountDownLatch gone = new CountDownLatch(1);
    private final AtomicBoolean busy = new AtomicBoolean();

    public DemoDriver(Station station, int evseId, Habit habit) {
        this.station = station;
        this.evse = station.evse(evseId);
        this.habit = habit;
    }

    /** Comes again and again until {@link #leave}, on a thread of its own. */
    public void start() {
        Thread.startVirtualThread(this::comeAgainAndAgain);
    }

    /** Does not come again; a session under way is cut short. */
    public void leave() {
        gone.countDown();
    }

    private void comeAgainAndAgain() {
        var most = habit.pause.toMillis();
        var first = Duration.ofMillis(most == 0 ? 0 : ThreadLocalRandom.current().nextLong(most));
        while (stays(first) && stays(Duration.ZERO)) {
            try {
                if (station.registration().isAccepted()) {
                    session();
                }
            } catch (StationException | IllegalStateException e) {
                station.tell(Kind.PROBLEM, StationEvent.brief(e));
            }
            first = habit.pause;
        }
    }

    /**
     * One session from plugging in to unplugging.
     *
     * @return whether energy flowed
     */
    public boolean session() {
        if (!busy.compareAndSet(false, true)) {
            throw new IllegalStateException("the driver is already charging");
        }
        try {
            if (!evse.isConnected()) {
                evse.plugIn();
            }
            var accepted =
                    evse.authorize(habit.token).status() == AuthorizationStatusEnum.ACCEPTED
                            && evse.authorizedToken().isPresent();
            if (accepted) {
                charge();
            }
            return accepted;
        } finally {
            busy.set(false);
            if (evse.isConnected()) {
                evse.unplug();
            }
        }
    }

    private void charge() {
        evse.startCharging();
        var left = habit.charging;
        while (left.isPositive() && evse.authorizedToken().isPresent() && stays(habit.readings)) {
            evse.meter(habit.readings);
            left = left.minus(habit.readings);
        }
        if (evse.authorizedToken().isPresent()) {
            evse.stop();
        }
    }

    /** Waits; false when the driver left meanwhile. */
    private boolean stays(Duration time) {
        try {
            return !gone.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
