/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.session;

import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.codec.Deviation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The station, as the parts of its session see and reach it. */
interface Peer {

    /** Writes a frame that belongs to that action, as far as it is known. */
    void write(@Nullable Action action, byte[] frame);

    /** Ends the connection for what the station did. */
    void end(Fault fault);

    /** Completes when the station can be called. */
    Mono<Void> settled();

    /** How stations of its model are treated. */
    Treatment treatment();

    /** A message broke rules that this station may break. */
    void deviates(Action action, String messageId, List<Deviation> found);
}
