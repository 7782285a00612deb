/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator;

import io.ohmnibus.ocpp.message.TransactionEventRequest;
import io.ohmnibus.ocpp.message.TransactionEventResponse;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.ChargingStateEnum;
import io.ohmnibus.ocpp.type.ConnectorStatusEnum;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.IdTokenInfo;
import io.ohmnibus.ocpp.type.ReasonEnum;
import io.ohmnibus.ocpp.type.TriggerReasonEnum;
import io.ohmnibus.simulator.StationEvent.Kind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An EVSE and what drivers and cars do at it. Each step returns when the CSMS has answered all
 * messages that follow from it or, without connection, at once. Transactions start and stop where
 * the variables TxStartPoint and TxStopPoint say (E01, E06).
 */
public final class Evse {

    private final Station station;
    private final EvseState state;

    Evse(Station station, int id, int connectors) {
        this.station = station;
        this.state = new EvseState(station, id, connectors);
    }

    EvseState state() {
        return state;
    }

    public int id() {
        return state.evseId();
    }

    /** A car rolls into the parking bay, if that has a detector. */
    public Evse park() {
        state.park(true);
        return settled();
    }

    /** The car leaves the parking bay. */
    public Evse leave() {
        state.park(false);
        return settled();
    }

    /** A cable with a car at its other end is plugged in at connector 1 (E02). */
    public Evse plugIn() {
        return plugIn(1);
    }

    /** A cable with a car at its other end is plugged in at the connector (E02). */
    public Evse plugIn(int connectorId) {
        state.tell(Kind.PLUGGED_IN, "cable plugged in");
        state.plugIn(connectorId);
        return settled();
    }

    /** The cable is taken out of the station. */
    public Evse unplug() {
        state.tell(Kind.UNPLUGGED, "cable unplugged");
        state.unplug();
        return settled();
    }

    /** The cable is taken out of the car but stays in the station (E09, E10). */
    public Evse disconnectEv() {
        state.tell(Kind.UNPLUGGED, "cable taken out of the car");
        state.disconnectEv();
        return settled();
    }

    /** The cable is put back into the car (E10). */
    public Evse reconnectEv() {
        state.tell(Kind.PLUGGED_IN, "cable put back into the car");
        state.reconnectEv();
        return settled();
    }

    /**
     * A token is presented: starts an authorization, or ends the one it began (C01, E03, E07).
     *
     * @return what the CSMS, or offline the station itself, says about the token
     */
    public IdTokenInfo authorize(IdToken token) {
        if (Authorization.same(state.authorized(), token)) { // C01.FR.03
            stop(token);
            return Authorization.info(AuthorizationStatusEnum.ACCEPTED);
        }
        var info = askAndAllow(token, null);
        if (accepts(info) && station.authorization().isMasterPass(info)) {
            station.evses().stream()
                    .filter(Evse::hasTransaction)
                    .forEach(evse -> evse.state.endAuthorization(masterPass(token)));
        } else if (accepts(info)
                && !Authorization.same(state.authorized(), token)
                && Authorization.same(info.groupIdToken(), state.group())) {
            stop(token); // E07.FR.01 (b)
        }
        settled();
        return info;
    }

    /**
     * A master pass is presented, and this EVSE's transaction selected on a screen; what another
     * token asks of the screen, it does not get (C16.FR.01, C16.FR.07).
     */
    public IdTokenInfo selectWithMasterPass(IdToken token) {
        var info = station.authorization().ask(token);
        if (accepts(info) && station.authorization().isMasterPass(info)) {
            state.endAuthorization(masterPass(token));
        }
        settled();
        return info;
    }

    /** Asks about the token, and allows charging when it is accepted and nobody else may. */
    IdTokenInfo askAndAllow(IdToken token, @Nullable Integer remoteStartId) {
        var info = station.authorization().ask(token);
        state.tell(Kind.AUTHORIZATION, "token " + token.idToken() + " " + info.status().wireName());
        if (accepts(info)
                && state.authorized() == null
                && !station.authorization().isMasterPass(info)) { // C12.FR.09, C16.FR.03
            station.availability()
                    .reservations()
                    .admit(
                            this,
                            new EvseState.Start(token, remoteStartId, null),
                            info.groupIdToken());
        }
        return info;
    }

    private static Cause masterPass(IdToken token) { // C16.FR.02, C16.FR.08
        return Cause.of(TriggerReasonEnum.STOP_AUTHORIZED, ReasonEnum.MASTER_PASS)
                .presenting(token);
    }

    private boolean accepts(IdTokenInfo info) {
        return info.status() == AuthorizationStatusEnum.ACCEPTED
                && (info.evseId() == null || info.evseId().contains(id())); // C01.FR.21
    }

    /** The contactor closes and energy flows; needs a connected car and an authorized token. */
    public Evse startCharging() {
        if (!isConnected() || state.authorized() == null) {
            throw new IllegalStateException(
                    "EVSE %d of %s cannot charge: %s%s"
                            .formatted(
                                    id(),
                                    station.id(),
                                    isConnected() ? "nobody is authorized" : "no car is connected",
                                    station.tail()));
        }
        state.changeEnergy(ChargingStateEnum.CHARGING);
        return settled();
    }

    /** The car takes no more energy for now. */
    public Evse suspendedByEv() {
        state.changeEnergy(ChargingStateEnum.SUSPENDED_EV);
        return settled();
    }

    /** The EVSE offers no more energy for now. */
    public Evse suspendedByEvse() {
        state.changeEnergy(ChargingStateEnum.SUSPENDED_EVSE);
        return settled();
    }

    /** Energy flows for that long, in an instant of real time; then a periodic reading is sent. */
    public Evse meter(Duration time) {
        state.readings().pass(time, BigDecimal.ZERO);
        return settled();
    }

    /** That much energy in Wh flows in an instant; then a periodic reading is sent (J02). */
    public Evse meter(BigDecimal wattHours) {
        state.readings().pass(Duration.ZERO, wattHours);
        return settled();
    }

    /** The driver ends the charging with a button. */
    public Evse stop() {
        return stop(state.authorized());
    }

    /** The car ends the charging over ISO 15118 (E15). */
    public Evse stoppedByCar() {
        state.endAuthorization(
                Cause.of(TriggerReasonEnum.STOP_AUTHORIZED, ReasonEnum.STOPPED_BY_EV));
        return settled();
    }

    private Evse stop(@Nullable IdToken token) {
        state.endAuthorization(
                Cause.of(TriggerReasonEnum.STOP_AUTHORIZED, ReasonEnum.LOCAL)
                        .presenting(token)); // E07.FR.02, E07.FR.05
        return settled();
    }

    /** The lock of connector 1 does not close: charging does not start (G05). */
    public Evse lockFails() {
        state.tell(Kind.PROBLEM, "the connector does not lock");
        station.availability().lockFailed(id(), 1);
        return settled();
    }

    /** A fault ends the transaction (E06.FR.16). */
    public Evse fault(ReasonEnum stoppedReason) {
        state.tell(Kind.PROBLEM, "fault: " + stoppedReason.wireName());
        state.end(Cause.of(TriggerReasonEnum.ABNORMAL_CONDITION, stoppedReason));
        return settled();
    }

    /** The EVSE breaks down; nobody can charge until it is repaired. */
    public Evse breakDown() {
        state.tell(Kind.PROBLEM, "broken");
        station.locked(() -> state.connectors().setFaulty(true));
        return settled();
    }

    public Evse repair() {
        station.locked(() -> state.connectors().setFaulty(false));
        return settled();
    }

    private Evse settled() {
        station.settle();
        return this;
    }

    /** Whether a car is connected. */
    public boolean isConnected() {
        return state.connected();
    }

    /** The token that may charge now. */
    public Optional<IdToken> authorizedToken() {
        return Optional.ofNullable(state.authorized());
    }

    /** Whether a transaction is going on. */
    public boolean hasTransaction() {
        return state.session() != null;
    }

    /** The id of the present transaction, or of the last one when there is none now. */
    public String transactionId() {
        return last().transactionId();
    }

    /** The events of the present or last transaction, in the order of their seqNo. */
    public List<TransactionEventRequest> transactionEvents() {
        return station.locked(() -> List.copyOf(last().events()));
    }

    /** The latest answer to an event of the present or last transaction. */
    public Optional<TransactionEventResponse> lastAnswer() {
        return Optional.ofNullable(last().lastAnswer());
    }

    private Session last() {
        var last = state.lastSession();
        if (last == null) {
            throw new IllegalStateException(
                    "there was no transaction on EVSE " + id() + " of " + station.id());
        }
        return last;
    }

    /** The charging state as in the next transaction event. */
    public ChargingStateEnum chargingState() {
        return state.chargingState();
    }

    /** The availability of a connector. */
    public ConnectorStatusEnum availability(int connectorId) {
        return station.locked(() -> state.connectors().status(connectorId));
    }

    /** What the register of the meter reads, in Wh. */
    public BigDecimal energy() {
        return station.locked(() -> state.meter().register());
    }

    /** The power that flows now, in W. */
    public BigDecimal power() {
        return station.locked(() -> state.meter().power());
    }
}
