/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

import java.util.List;

/**
 * A payload that was read.
 *
 * @param payload the JSON of the message: as it came, or mended where it deviated
 * @param deviations what was tolerated; empty when it came as it should
 */
@SuppressWarnings("ArrayRecordComponent")
public record Decoded<M>(M message, byte[] payload, List<Deviation> deviations) {

    public Decoded {
        deviations = List.copyOf(deviations);
    }
}
