/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.session;

import io.ohmnibus.ocpp.Action;
import org.jspecify.annotations.Nullable;

/** The station, as the parts of its session reach it. */
interface Peer {

    /** Writes a frame that belongs to that action, as far as it is known. */
    void write(@Nullable Action action, byte[] frame);

    /** Ends the connection for what the station did. */
    void end(Fault fault);
}
