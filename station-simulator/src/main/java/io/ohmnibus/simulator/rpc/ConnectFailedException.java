/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator.rpc;

/** The CSMS could not be reached, or refused the WebSocket handshake. */
public final class ConnectFailedException extends StationException {

    private static final long serialVersionUID = 1L;

    private final int status;

    ConnectFailedException(String message, int status, Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    /** The HTTP status that refused the handshake; 0 when there was no HTTP response. */
    public int status() {
        return status;
    }
}
