/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator.rpc;

import java.time.Instant;

/**
 * A frame as it went over the socket.
 *
 * @param text the JSON array, unchanged
 */
public record LoggedFrame(Instant at, Way way, String text) {

    /** Which way a frame went, seen from the station. */
    public enum Way {
        SENT("->"),
        RECEIVED("<-");

        private final String arrow;

        Way(String arrow) {
            this.arrow = arrow;
        }
    }

    /** Whether the station sent it. */
    public boolean sent() {
        return way == Way.SENT;
    }

    /** The message type number of the frame; 0 when there is none to read. */
    public int messageType() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                return c - '0';
            }
            if (c != '[' && !Character.isWhitespace(c)) {
                return 0;
            }
        }
        return 0;
    }

    @Override
    public String toString() {
        return at + " " + way.arrow + " " + text;
    }
}
