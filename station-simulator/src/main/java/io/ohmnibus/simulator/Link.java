/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator;

import io.ohmnibus.simulator.StationEvent.Kind;
import io.ohmnibus.simulator.rpc.Closed;
import io.ohmnibus.simulator.rpc.ConnectFailedException;
import io.ohmnibus.simulator.rpc.Endpoint;
import io.ohmnibus.simulator.rpc.NoAnswerException;
import io.ohmnibus.simulator.rpc.Shared;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Keeps the station connected: connects, and connects again with back-off (Part 4, 5.4). */
final class Link {

    private final Station station;
    private final Networks networks;
    private @Nullable Duration minimum;
    private @Nullable Duration randomRange;
    private boolean wanted;
    private int failures;
    private long lostAt = System.nanoTime();
    private Shared.@Nullable Appointment next;
    private @Nullable Closed closed;

    Link(Station station) {
        this.station = station;
        this.networks = new Networks(station);
    }

    Networks networks() {
        return networks;
    }

    /** Replaces the variables of the back-off, which know only whole seconds. */
    void backOff(Duration minimum, Duration randomRange) {
        this.minimum = minimum;
        this.randomRange = randomRange;
    }

    /** Connects once; fails with {@link ConnectFailedException}. */
    void connect() {
        synchronized (this) {
            wanted = true;
            cancel();
        }
        Endpoint endpoint;
        synchronized (this) {
            endpoint = networks.next(failures);
        }
        station.line().connect(endpoint);
        synchronized (this) {
            failures = 0;
        }
        networks.connected();
        station.tell(Kind.CONNECTED, "connected to " + endpoint.uri());
        station.registration().connected();
    }

    /** Connects as soon and as often as it takes. */
    void keepConnecting() {
        synchronized (this) {
            wanted = true;
        }
        Thread.startVirtualThread(this::attempt);
    }

    private void attempt() {
        if (!isWanted() || station.line().connected()) {
            return;
        }
        try {
            connect();
        } catch (ConnectFailedException e) {
            station.tell(Kind.PROBLEM, StationEvent.brief(e));
            connectLater();
        }
    }

    private synchronized void connectLater() {
        cancel();
        if (wanted) {
            next = Shared.after(backOff(failures++), this::attempt);
        }
    }

    /** The wait before the attempt after so many failed ones. */
    private Duration backOff(int failed) {
        var model = station.model();
        var least =
                minimum != null
                        ? minimum
                        : model.seconds("OCPPCommCtrlr", "RetryBackOffWaitMinimum");
        var range =
                randomRange != null
                        ? randomRange
                        : model.seconds("OCPPCommCtrlr", "RetryBackOffRandomRange");
        int doubled = Math.min(failed, model.integer("OCPPCommCtrlr", "RetryBackOffRepeatTimes"));
        var random = ThreadLocalRandom.current().nextLong(range.toMillis() + 1);
        return least.multipliedBy(1L << doubled).plusMillis(random);
    }

    /** The connection ended without the station's doing. */
    void lost(Closed how) {
        station.tell(
                Kind.DISCONNECTED, "connection lost (" + how.code() + " " + how.reason() + ")");
        boolean again;
        synchronized (this) {
            closed = how;
            notifyAll();
            again = wanted && station.settings().reconnects();
        }
        offline();
        if (again) {
            connectLater();
        }
    }

    /** Drops the connection and stays away. */
    void goOffline() {
        synchronized (this) {
            wanted = false;
            cancel();
        }
        station.line().drop();
        station.tell(Kind.DISCONNECTED, "went offline");
        offline();
    }

    /** Closes the connection and makes a new one, as with new credentials. */
    void reconnect(String reason) {
        station.line().hangUp(1000, reason);
        offline();
        keepConnecting();
    }

    /** Closes the connection properly and stays away. */
    void hangUp(String reason) {
        synchronized (this) {
            wanted = false;
            cancel();
        }
        station.line().hangUp(1000, reason);
        offline();
    }

    private void offline() {
        synchronized (this) {
            lostAt = System.nanoTime();
        }
        station.outbox().close();
        station.registration().disconnected();
    }

    /** How long the station has been without connection. */
    synchronized Duration offlineFor() {
        return Duration.ofNanos(System.nanoTime() - lostAt);
    }

    private synchronized boolean isWanted() {
        return wanted;
    }

    /** Waits until the CSMS has closed the connection. */
    synchronized Closed awaitClosed(Duration timeout) {
        long end = System.nanoTime() + timeout.toNanos();
        try {
            while (closed == null) {
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    throw new NoAnswerException(
                            "the CSMS did not close the connection within "
                                    + timeout
                                    + station.tail());
                }
                wait(left);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return closed == null ? new Closed(0, "interrupted") : closed;
    }

    private void cancel() {
        if (next != null) {
            next.cancel();
            next = null;
        }
    }
}
