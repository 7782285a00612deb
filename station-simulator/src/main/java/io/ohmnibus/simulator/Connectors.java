/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator;

import io.ohmnibus.ocpp.type.ConnectorStatusEnum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The connectors of an EVSE: what is plugged in, what is in operation, what the CSMS knows of it.
 */
final class Connectors {

    private final EvseState evse;
    private final boolean[] operative;
    private final boolean[] missed;
    private final ConnectorStatusEnum[] latest;
    private boolean evseOperative = true;
    private boolean faulty;
    private int plugged;

    Connectors(EvseState evse, int count) {
        this.evse = evse;
        this.operative = new boolean[count];
        this.missed = new boolean[count];
        this.latest = new ConnectorStatusEnum[count];
        Arrays.fill(operative, true);
        Arrays.fill(latest, ConnectorStatusEnum.AVAILABLE);
    }

    boolean has(int connectorId) {
        return connectorId >= 1 && connectorId <= latest.length;
    }

    void plug(int connectorId) {
        if (!has(connectorId)) {
            throw new IllegalArgumentException(
                    "EVSE " + evse.evseId() + " has no connector " + connectorId);
        }
        if (plugged != 0) {
            throw new IllegalStateException(
                    "EVSE " + evse.evseId() + " has a cable in connector " + plugged);
        }
        plugged = connectorId;
    }

    void unplug() {
        if (plugged == 0) {
            throw new IllegalStateException("EVSE " + evse.evseId() + " has no cable plugged in");
        }
        plugged = 0;
    }

    /** The connector with a cable; null when there is none. */
    @Nullable Integer plugged() {
        return plugged == 0 ? null : plugged;
    }

    /** Whether charging may start on the EVSE. */
    boolean operative() {
        return evseOperative
                && !faulty
                && evse.station().availability().open()
                && (plugged == 0 || operative[plugged - 1]);
    }

    /** Sets the EVSE, or only one of its connectors, in or out of operation (G03). */
    void setOperative(@Nullable Integer connectorId, boolean isOperative) {
        if (connectorId == null) {
            evseOperative = isOperative;
        } else {
            operative[connectorId - 1] = isOperative;
        }
        report();
        evse.station().availability().reservations().check();
    }

    /** Breaks the EVSE, or repairs it. */
    void setFaulty(boolean isFaulty) {
        faulty = isFaulty;
        report();
        evse.station().availability().reservations().check();
    }

    boolean isOperative(@Nullable Integer connectorId) {
        return connectorId == null ? evseOperative : operative[connectorId - 1];
    }

    /** What keeps the connector from being used, whoever comes; null for nothing. */
    @Nullable ConnectorStatusEnum condition(int connectorId) {
        if (faulty) {
            return ConnectorStatusEnum.FAULTED;
        }
        var inOperation =
                evseOperative && evse.station().availability().open() && operative[connectorId - 1];
        return !inOperation && evse.session() == null // G03.FR.05, G03.FR.06
                ? ConnectorStatusEnum.UNAVAILABLE
                : null;
    }

    ConnectorStatusEnum status(int connectorId) {
        var condition = condition(connectorId);
        if (condition != null) {
            return condition;
        }
        if (evse.station().availability().reservations().taken().contains(evse.evseId())) {
            return ConnectorStatusEnum.RESERVED; // also with a cable (G01.FR.09)
        }
        return connectorId == plugged
                ? ConnectorStatusEnum.OCCUPIED
                : ConnectorStatusEnum.AVAILABLE;
    }

    /** The status of the EVSE as a whole. */
    ConnectorStatusEnum status() {
        return status(plugged == 0 ? 1 : plugged);
    }

    /** Sends what has changed (G01), also elsewhere when EVSEs are kept free. */
    void report() {
        if (evse.station().availability().reservations().isEmpty()) {
            reportOwn();
        } else {
            evse.station().availability().report();
        }
    }

    void reportOwn() {
        for (int id = 1; id <= latest.length; id++) {
            var status = status(id);
            if (status != latest[id - 1]) {
                latest[id - 1] = status;
                evse.station().availability().send(evse, id, status);
            }
        }
    }

    /** A change never reached the CSMS. */
    void missed(int connectorId) {
        missed[connectorId - 1] = true;
    }

    /** The connectors to report when the station is back: all, or what the CSMS missed (B04). */
    List<Integer> unreported(boolean all) {
        var ids = new ArrayList<Integer>();
        for (int id = 1; id <= latest.length; id++) {
            latest[id - 1] = status(id);
            if (all || missed[id - 1]) {
                ids.add(id);
            }
            missed[id - 1] = false;
        }
        return ids;
    }
}
