/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator.rpc;

/** There is no connection, or it was lost before the answer came. */
public final class OfflineException extends StationException {

    private static final long serialVersionUID = 1L;

    OfflineException(String message) {
        super(message);
    }
}
