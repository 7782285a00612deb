/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator.rpc;

/** What went wrong at a station; the message ends with the last frames. */
public class StationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StationException(String message) {
        super(message);
    }

    public StationException(String message, Throwable cause) {
        super(message, cause);
    }
}
