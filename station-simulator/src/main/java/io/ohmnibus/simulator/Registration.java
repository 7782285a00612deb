/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator;

import io.ohmnibus.ocpp.message.BootNotificationRequest;
import io.ohmnibus.ocpp.message.BootNotificationResponse;
import io.ohmnibus.ocpp.message.HeartbeatRequest;
import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.ocpp.type.RegistrationStatusEnum;
import io.ohmnibus.simulator.StationEvent.Kind;
import io.ohmnibus.simulator.rpc.NoAnswerException;
import io.ohmnibus.simulator.rpc.Shared;
import io.ohmnibus.simulator.rpc.StationException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Boots the station: BootNotification until it is accepted (B01, B02, B03). */
final class Registration {

    /** Between attempts where the CSMS names no interval (B02.FR.07, B03.FR.05). */
    private static final Duration OWN_INTERVAL = Duration.ofSeconds(10);

    private final Station station;
    private final Heartbeats heartbeats;
    private @Nullable RegistrationStatusEnum status;
    private @Nullable BootReasonEnum due;
    private Shared.@Nullable Appointment again;
    private CompletableFuture<Void> accepted = new CompletableFuture<>();

    Registration(Station station) {
        this.station = station;
        this.heartbeats = new Heartbeats(station);
    }

    /** What the CSMS said last; null before it said anything since the power came on. */
    synchronized @Nullable RegistrationStatusEnum status() {
        return status;
    }

    boolean isAccepted() {
        return status() == RegistrationStatusEnum.ACCEPTED;
    }

    Heartbeats heartbeats() {
        return heartbeats;
    }

    /**
     * Forgets everything, as when the power goes off; the next connection boots with the reason.
     */
    synchronized void powerDown(BootReasonEnum reason) {
        heartbeats.stop();
        cancel();
        status = null;
        due = reason;
        accepted = new CompletableFuture<>();
    }

    void awaitAccepted(Duration timeout) {
        CompletableFuture<Void> awaited;
        synchronized (this) {
            awaited = accepted;
        }
        try {
            awaited.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            throw new NoAnswerException(
                    station.id() + " was not accepted within " + timeout + station.tail());
        } catch (ExecutionException | InterruptedException e) {
            throw new StationException(station.id() + " stopped waiting to be accepted", e);
        }
    }

    /** A connection was made: goes on where the last one ended. */
    void connected() {
        BootReasonEnum reason;
        synchronized (this) {
            reason = due;
        }
        if (isAccepted()) {
            resume(); // Part 4, 5.4: no BootNotification
        } else if (reason != null) {
            bootByItself(reason);
        }
    }

    /** The connection of an accepted station came back (B04, E12). */
    private void resume() {
        var threshold = station.model().seconds("OCPPCommCtrlr", "OfflineThreshold");
        var all = station.link().offlineFor().compareTo(threshold) > 0; // B04.FR.01, B04.FR.02
        var reports = new ArrayList<>(station.availability().reports(all));
        reports.add(new Outbox.Report(new HeartbeatRequest(null), () -> {}));
        station.outbox().open(reports);
        heartbeats.start();
    }

    void disconnected() {
        heartbeats.stop();
        synchronized (this) {
            cancel();
        }
    }

    private void bootByItself(BootReasonEnum reason) {
        try {
            boot(reason);
        } catch (StationException e) {
            station.tell(Kind.PROBLEM, "BootNotification failed: " + StationEvent.brief(e));
            if (station.line().connected()) {
                repeat(reason, OWN_INTERVAL);
            }
        }
    }

    /** One BootNotification and what follows from the answer. */
    BootNotificationResponse boot(BootReasonEnum reason) {
        synchronized (this) {
            cancel();
            due = reason;
        }
        var answer =
                station.call(
                        new BootNotificationRequest(
                                station.settings().chargingStation(), reason, null));
        station.clock().synchronize(answer.currentTime()); // B01.FR.06
        synchronized (this) {
            status = answer.status();
        }
        station.tell(Kind.BOOT, "boot (" + reason.wireName() + ") " + answer.status().wireName());
        var interval = Duration.ofSeconds(answer.interval());
        if (answer.status() == RegistrationStatusEnum.ACCEPTED) {
            accepted(interval);
        } else {
            station.outbox().close();
            repeat(reason, interval.isPositive() ? interval : OWN_INTERVAL); // B02.FR.08, B03.FR.06
        }
        return answer;
    }

    private void accepted(Duration interval) {
        if (interval.isPositive()) { // B01.FR.04
            station.model()
                    .set("OCPPCommCtrlr", "HeartbeatInterval", "", "" + interval.toSeconds());
        }
        synchronized (this) {
            due = null;
        }
        heartbeats.start();
        station.outbox().open(station.availability().reports(true)); // B01.FR.05
        station.resets().resume(); // B13.FR.23
        synchronized (this) {
            accepted.complete(null);
        }
    }

    private synchronized void repeat(BootReasonEnum reason, Duration delay) {
        cancel();
        again = Shared.after(delay, () -> bootByItself(reason)); // B02.FR.04
    }

    private void cancel() {
        if (again != null) {
            again.cancel();
            again = null;
        }
    }
}
