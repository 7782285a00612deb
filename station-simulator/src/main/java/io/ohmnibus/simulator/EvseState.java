/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator;

import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.ChargingStateEnum;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.IdTokenInfo;
import io.ohmnibus.ocpp.type.ReasonEnum;
import io.ohmnibus.ocpp.type.TransactionEventEnum;
import io.ohmnibus.ocpp.type.TriggerReasonEnum;
import io.ohmnibus.simulator.StationEvent.Kind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The state machine of an EVSE: every change compares the start and stop points of transactions
 * before and after it, and sends the event that follows (E01, E06). Nothing here waits.
 */
final class EvseState {

    /** Who may charge, for the next event to tell; with ids of a remote start, a reservation. */
    record Start(
            @Nullable IdToken idToken,
            @Nullable Integer remoteStartId,
            @Nullable Integer reservationId) {
        static final Start TOLD = new Start(null, null, null);
    }

    private final Station station;
    private final int evseId;
    private final Meter meter;
    private final Readings readings;
    private final EvseTimers timers;
    private final Connectors connectors;
    private boolean parked;
    private boolean connected;
    private @Nullable IdToken authorized;
    private @Nullable IdToken group;
    private Start unreported = Start.TOLD;
    private ChargingStateEnum energy = ChargingStateEnum.EV_CONNECTED;
    private @Nullable ReasonEnum authorizationEnd;
    private @Nullable Session session;
    private @Nullable Session lastSession;

    EvseState(Station station, int evseId, int connectorCount) {
        this.station = station;
        this.evseId = evseId;
        this.meter = new Meter(31L * station.id().hashCode() + evseId);
        this.readings = new Readings(this, meter);
        this.timers = new EvseTimers(this);
        this.connectors = new Connectors(this, connectorCount);
    }

    Station station() {
        return station;
    }

    int evseId() {
        return evseId;
    }

    Connectors connectors() {
        return connectors;
    }

    void tell(Kind kind, String text) {
        station.tell(kind, "EVSE " + evseId + ": " + text);
    }

    void park(boolean isParked) {
        var trigger = isParked ? TriggerReasonEnum.EV_DETECTED : TriggerReasonEnum.EV_DEPARTED;
        step(Cause.of(trigger, endedBy(ReasonEnum.LOCAL)), () -> parked = isParked);
    }

    void plugIn(int connectorId) {
        step(
                Cause.of(TriggerReasonEnum.CABLE_PLUGGED_IN),
                () -> {
                    connectors.plug(connectorId);
                    connected = true;
                    authorizationEnd = null;
                    timers.connected();
                });
        chargeAtOnce();
    }

    void unplug() {
        step(
                Cause.of(
                        TriggerReasonEnum.EV_COMMUNICATION_LOST,
                        endedBy(ReasonEnum.EV_DISCONNECTED)),
                () -> {
                    connectors.unplug();
                    connected = false;
                    deauthorize();
                });
    }

    void disconnectEv() {
        step(
                Cause.of(
                        TriggerReasonEnum.EV_COMMUNICATION_LOST,
                        endedBy(ReasonEnum.EV_DISCONNECTED)),
                () -> {
                    connected = false;
                    setEnergy(ChargingStateEnum.EV_CONNECTED);
                    if (station.model().flag("TxCtrlr", "StopTxOnEVSideDisconnect")) {
                        deauthorize(); // E09.FR.01
                    }
                });
    }

    void reconnectEv() {
        step(Cause.of(TriggerReasonEnum.CABLE_PLUGGED_IN), () -> connected = true);
        chargeAtOnce();
    }

    /** Charging is allowed for the token. */
    void allow(Start start, @Nullable IdToken groupIdToken) {
        step(
                Cause.of(TriggerReasonEnum.AUTHORIZED), // E02.FR.01
                () -> {
                    authorized = start.idToken();
                    group = groupIdToken;
                    unreported = start;
                    authorizationEnd = null;
                    if (!connected) {
                        timers.awaitCable();
                    }
                });
        chargeAtOnce();
    }

    private void chargeAtOnce() {
        if (station.settings().chargesAtOnce() && connected && authorized != null) {
            changeEnergy(ChargingStateEnum.CHARGING);
        }
    }

    void changeEnergy(ChargingStateEnum state) {
        if (chargingState() != state) {
            step(
                    Cause.of(
                            TriggerReasonEnum.CHARGING_STATE_CHANGED,
                            endedBy(ReasonEnum.STOPPED_BY_EV)),
                    () -> setEnergy(state));
        }
    }

    void setEnergy(ChargingStateEnum state) {
        energy = state;
        if (state == ChargingStateEnum.CHARGING) {
            meter.flow();
            timers.charging();
        } else {
            meter.stop();
        }
    }

    /** Charging is no longer allowed. */
    void endAuthorization(Cause cause) {
        step(
                cause,
                () -> {
                    authorizationEnd = cause.stoppedReason();
                    deauthorize();
                });
    }

    private void deauthorize() {
        authorized = null;
        group = null;
        unreported = Start.TOLD;
        setEnergy(ChargingStateEnum.EV_CONNECTED);
    }

    /** The transaction ends for a reason of the station's own, such as a reset (B12). */
    void end(Cause cause) {
        station.locked(() -> {
            deauthorize();
            if (session != null) {
                finish(session, cause);
            }
        });
    }

    /** The CSMS says in the answer to an event whether the token may charge (E05). */
    void judged(Session of, IdTokenInfo info) {
        station.locked(() -> {
            if (session == of
                    && authorized != null
                    && info.status() != AuthorizationStatusEnum.ACCEPTED) {
                tell(Kind.AUTHORIZATION, "token no longer accepted: " + info.status().wireName());
                notAccepted();
            }
        });
    }

    private void notAccepted() {
        if (station.model().flag("TxCtrlr", "StopTxOnInvalidId")) { // E05.FR.09, E05.FR.10
            endAuthorization(Cause.of(TriggerReasonEnum.DEAUTHORIZED, ReasonEnum.DE_AUTHORIZED));
        } else { // E05.FR.02
            step(
                    Cause.of(TriggerReasonEnum.CHARGING_STATE_CHANGED, ReasonEnum.DE_AUTHORIZED),
                    () -> setEnergy(ChargingStateEnum.SUSPENDED_EVSE));
        }
    }

    private void step(Cause cause, Runnable change) {
        station.locked(() -> {
            var before = points();
            change.run();
            var after = points();
            connectors.report();
            var running = session;
            if (running == null) {
                startIfReached(cause, before, after);
            } else if (after.reach(points("TxStopPoint"), before)) {
                finish(running, cause);
            } else {
                running.send(TransactionEventEnum.UPDATED, cause);
            }
        });
    }

    private void startIfReached(Cause cause, TransactionPoints before, TransactionPoints after) {
        if (connectors.operative()
                && station.registration().isAccepted()
                && before.reach(points("TxStartPoint"), after)) {
            var started = new Session(this);
            session = started;
            lastSession = started;
            started.send(TransactionEventEnum.STARTED, cause);
        }
    }

    private void finish(Session running, Cause cause) {
        running.send(TransactionEventEnum.ENDED, cause);
        session = null;
        connectors.report();
        station.resets().transactionEnded();
    }

    private Set<String> points(String variable) {
        return station.model().members("TxCtrlr", variable);
    }

    private TransactionPoints points() {
        return new TransactionPoints(
                parked, connected, authorized != null, energy == ChargingStateEnum.CHARGING);
    }

    private ReasonEnum endedBy(ReasonEnum otherwise) {
        var known = authorizationEnd;
        return known == null ? otherwise : known;
    }

    Readings readings() {
        return readings;
    }

    Meter meter() {
        return meter;
    }

    Start takeUnreported() {
        var start = unreported;
        unreported = Start.TOLD;
        return start;
    }

    boolean connected() {
        return station.locked(() -> connected);
    }

    boolean charging() {
        return station.locked(() -> energy == ChargingStateEnum.CHARGING);
    }

    @Nullable IdToken authorized() {
        return station.locked(() -> authorized);
    }

    @Nullable IdToken group() {
        return station.locked(() -> group);
    }

    @Nullable Session session() {
        return station.locked(() -> session);
    }

    @Nullable Session lastSession() {
        return station.locked(() -> lastSession);
    }

    ChargingStateEnum chargingState() {
        return station.locked(() -> connected ? energy : ChargingStateEnum.IDLE);
    }
}
