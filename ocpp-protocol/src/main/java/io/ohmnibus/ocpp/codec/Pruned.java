/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

import java.util.List;

/**
 * A payload without what the version does not know.
 *
 * @param payload JSON, UTF-8
 * @param droppedPaths the JSON paths that were left out, as in {@code $.customTrigger}
 */
@SuppressWarnings("ArrayRecordComponent")
public record Pruned(byte[] payload, List<String> droppedPaths) {

    public Pruned {
        droppedPaths = List.copyOf(droppedPaths);
    }
}
