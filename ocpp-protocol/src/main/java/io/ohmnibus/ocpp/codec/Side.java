/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.Direction;

/** Which end of the connection a codec works for; decides which actions it accepts. */
public enum Side {
    /** Receives what stations send. */
    CSMS(Direction.TO_CSMS),
    /** Receives what the CSMS sends. */
    STATION(Direction.TO_STATION);

    private final Direction incoming;

    Side(Direction incoming) {
        this.incoming = incoming;
    }

    /** Whether the other end may send that action to this one. */
    public boolean receives(Action action) {
        return action.direction() == incoming || action.direction() == Direction.BOTH;
    }

    /** Whether this end may send that action to the other one. */
    public boolean sends(Action action) {
        return action.direction() != incoming;
    }
}
