/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator;

import io.ohmnibus.ocpp.message.ResetRequest;
import io.ohmnibus.ocpp.message.ResetResponse;
import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.ocpp.type.ReasonEnum;
import io.ohmnibus.ocpp.type.ResetEnum;
import io.ohmnibus.ocpp.type.ResetStatusEnum;
import io.ohmnibus.ocpp.type.TriggerReasonEnum;
import io.ohmnibus.simulator.Answers.Reply;
import io.ohmnibus.simulator.StationEvent.Kind;
import io.ohmnibus.simulator.rpc.Shared;
import io.ohmnibus.simulator.rpc.StationException;
import java.time.Duration;
import java.util.List;

/**
 * Resets of the station and of single EVSEs, at once or when no transaction runs (B11, B12, B13),
 * and reboots that nobody wanted (E17).
 */
public final class Resets {

    private final Station station;
    private volatile boolean scheduled;
    private volatile List<Evse> interrupted = List.of();
    private boolean begun;

    Resets(Station station) {
        this.station = station;
    }

    /** Whether the station waits for the end of transactions and takes no new ones. */
    boolean scheduled() {
        return scheduled;
    }

    Reply reset(ResetRequest request) {
        var evseId = request.evseId();
        if (evseId != null && (evseId < 1 || evseId > station.evses().size())) {
            return answer(ResetStatusEnum.REJECTED);
        }
        var resuming = request.type() == ResetEnum.IMMEDIATE_AND_RESUME;
        if (resuming && station.model().integer("TxCtrlr", "ResumptionTimeout") == 0) {
            return answer(ResetStatusEnum.REJECTED); // B13.FR.01
        }
        var affected = evseId == null ? station.evses() : List.of(station.evse(evseId));
        var busy = affected.stream().anyMatch(Evse::hasTransaction);
        var immediate = request.type() != ResetEnum.ON_IDLE;
        if (busy && !immediate) {
            return whenIdle(evseId == null); // B12.FR.01
        }
        return new Reply(
                new ResetResponse(ResetStatusEnum.ACCEPTED, null, null), // B11.FR.03, B12.FR.02
                () -> {
                    if (resuming && busy) { // B13.FR.03
                        interrupt(affected, evseId == null);
                    } else {
                        now(affected, evseId == null);
                    }
                });
    }

    private void interrupt(List<Evse> affected, boolean wholeStation) {
        affected.forEach(evse -> Resumption.interrupt(evse.state()));
        interrupted = affected.stream().filter(Evse::hasTransaction).toList();
        deliverWhatIsLeft();
        if (wholeStation) {
            reboot(BootReasonEnum.REMOTE_RESET); // B13.FR.21
        } else {
            Shared.after(station.settings().rebootTime(), this::resume); // B13.FR.11
        }
    }

    /** The station or EVSE works again: interrupted transactions go on. */
    void resume() {
        var resumed = interrupted;
        interrupted = List.of();
        resumed.forEach(evse -> Resumption.resume(evse.state()));
    }

    private static Reply answer(ResetStatusEnum status) {
        return Reply.of(new ResetResponse(status, null, null));
    }

    private Reply whenIdle(boolean wholeStation) {
        if (!wholeStation) { // an EVSE has nothing left to reset once its transaction has ended
            return answer(ResetStatusEnum.SCHEDULED);
        }
        return new Reply(
                new ResetResponse(ResetStatusEnum.SCHEDULED, null, null),
                () -> {
                    scheduled = true;
                    station.availability().report(); // idle EVSEs become unavailable
                    transactionEnded();
                });
    }

    private void now(List<Evse> affected, boolean wholeStation) {
        var cause = Cause.of(TriggerReasonEnum.RESET_COMMAND, ReasonEnum.IMMEDIATE_RESET);
        affected.forEach(evse -> evse.state().end(cause)); // B12.FR.04, B12.FR.08
        if (wholeStation) {
            deliverWhatIsLeft();
            reboot(BootReasonEnum.REMOTE_RESET);
        }
    }

    /** B12.FR.05: what is not answered in time stays in the queue over the reboot. */
    private void deliverWhatIsLeft() {
        try {
            station.outbox().settle(station.settings().messageTimeout());
        } catch (StationException e) {
            station.tell(Kind.PROBLEM, "reboots with messages left: " + StationEvent.brief(e));
        }
    }

    /** A transaction has ended: the last one lets a scheduled reset begin. */
    void transactionEnded() {
        station.locked(() -> {
            if (scheduled && !begun && station.evses().stream().noneMatch(Evse::hasTransaction)) {
                begun = true;
                station.later(_ -> scheduledReset());
            }
        });
    }

    private void scheduledReset() {
        deliverWhatIsLeft(); // B12.FR.03
        scheduled = false;
        station.locked(() -> begun = false);
        reboot(BootReasonEnum.SCHEDULED_RESET);
    }

    /**
     * The power fails in the middle of it all. When it is back after the outage, which takes no
     * real time, transactions go on or are over (E17).
     *
     * @param reason PowerLoss, or Reboot where the station itself was the cause
     */
    public void powerFails(Duration outage, ReasonEnum reason) {
        var boot =
                reason == ReasonEnum.POWER_LOSS ? BootReasonEnum.POWER_UP : BootReasonEnum.WATCHDOG;
        station.link().goOffline();
        var affected = station.evses().stream().filter(Evse::hasTransaction).toList();
        if (outage.compareTo(station.model().seconds("TxCtrlr", "ResumptionTimeout")) <= 0) {
            interrupted = affected; // E17.FR.10
        } else {
            var cause = Cause.of(TriggerReasonEnum.ABNORMAL_CONDITION, reason);
            affected.forEach(evse -> evse.state().end(cause)); // E17.FR.20 to E17.FR.22
        }
        reboot(boot);
    }

    /** Switches the station off and on again; it boots with the reason. */
    private void reboot(BootReasonEnum reason) {
        station.tell(Kind.BOOT, "reboots");
        station.link().hangUp("reboot");
        station.registration().powerDown(reason);
        station.model().reboot();
        station.link().networks().restart();
        Shared.after(station.settings().rebootTime(), station.link()::keepConnecting);
    }
}
