/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator;

import io.ohmnibus.ocpp.type.ReasonEnum;
import io.ohmnibus.ocpp.type.TriggerReasonEnum;
import io.ohmnibus.simulator.rpc.Shared;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What happens at an EVSE by itself as time goes by. */
final class EvseTimers {

    private final EvseState evse;
    private Shared.@Nullable Appointment cable;
    private boolean ticking;

    EvseTimers(EvseState evse) {
        this.evse = evse;
    }

    /** The authorization ends unless a cable is plugged in before EVConnectionTimeOut. */
    void awaitCable() {
        connected();
        var timeout = evse.station().model().seconds("TxCtrlr", "EVConnectionTimeOut");
        cable = Shared.after(timeout, this::noCable);
    }

    void connected() {
        if (cable != null) {
            cable.cancel();
            cable = null;
        }
    }

    private void noCable() {
        evse.station()
                .locked(() -> {
                    if (!evse.connected() && evse.authorized() != null) {
                        evse.tell(StationEvent.Kind.PROBLEM, "no cable was plugged in");
                        var untold = evse.takeUnreported().reservationId();
                        evse.station().availability().reservations().unused(untold);
                        timeOut();
                    }
                });
    }

    private void timeOut() {
        var cause = Cause.of(TriggerReasonEnum.EV_CONNECT_TIMEOUT, ReasonEnum.TIMEOUT);
        var stopPoints = evse.station().model().members("TxCtrlr", "TxStopPoint");
        if (stopPoints.contains("ParkingBayOccupancy")) {
            evse.endAuthorization(cause); // E03.FR.15
        } else {
            evse.end(cause); // E03.FR.05, F02.FR.07
        }
    }

    /** Readings go out at every TxUpdatedInterval while energy flows. */
    void charging() {
        var interval = interval();
        if (!ticking && interval.isPositive()) {
            ticking = true;
            tickIn(interval);
        }
    }

    private void tickIn(Duration interval) {
        Shared.after(interval, () -> tick(interval));
    }

    private void tick(Duration passed) {
        evse.station()
                .locked(() -> {
                    var next = interval();
                    ticking = evse.charging() && next.isPositive();
                    if (evse.charging()) {
                        evse.readings().pass(passed, BigDecimal.ZERO); // J02.FR.11
                    }
                    if (ticking) {
                        tickIn(next);
                    }
                });
    }

    private Duration interval() {
        return evse.station().model().seconds("SampledDataCtrlr", "TxUpdatedInterval");
    }
}
