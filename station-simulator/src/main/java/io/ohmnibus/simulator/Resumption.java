/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator;

import io.ohmnibus.ocpp.type.ChargingStateEnum;
import io.ohmnibus.ocpp.type.TransactionEventEnum;
import io.ohmnibus.ocpp.type.TriggerReasonEnum;

/** A transaction that a reset interrupts and that goes on afterwards (B13). */
final class Resumption {

    private Resumption() {}

    /** Tells the reset, and lets no more energy flow; the charging state is remembered. */
    static void interrupt(EvseState evse) {
        evse.station()
                .locked(() -> {
                    var session = evse.session();
                    if (session != null) {
                        var reset = Cause.of(TriggerReasonEnum.RESET_COMMAND);
                        session.send(TransactionEventEnum.UPDATED, reset); // B13.FR.04
                        evse.meter().stop(); // B13.FR.10, B13.FR.20
                    }
                });
    }

    /** Goes on in the state before the reset, as far as energy may flow again. */
    static void resume(EvseState evse) {
        evse.station()
                .locked(() -> {
                    var session = evse.session();
                    if (session == null) {
                        return;
                    }
                    if (evse.charging()) {
                        var allowed =
                                evse.station()
                                        .model()
                                        .flag("TxCtrlr", "AllowEnergyTransferResumption");
                        evse.setEnergy(
                                allowed
                                        ? ChargingStateEnum.CHARGING // B13.FR.13, B13.FR.24
                                        : ChargingStateEnum.SUSPENDED_EVSE); // B13.FR.14, B13.FR.25
                    }
                    var resumed = Cause.of(TriggerReasonEnum.TX_RESUMED);
                    session.send(TransactionEventEnum.UPDATED, resumed); // B13.FR.30
                });
    }
}
