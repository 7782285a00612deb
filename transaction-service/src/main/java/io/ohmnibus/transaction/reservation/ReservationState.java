/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.reservation;

import java.util.Arrays;

/** What became of a reservation. */
enum ReservationState {
    /** The station did not answer yet. */
    REQUESTED("Requested", true),
    /** The station keeps it. */
    ACTIVE("Active", true),
    /** The station did not answer in time: it may keep it or not. */
    UNCERTAIN("Uncertain", true),
    /** The station did not accept it, or was not connected. */
    REFUSED("Refused", false),
    /** Another request with the same id was accepted (H01.FR.02). */
    REPLACED("Replaced", false),
    /** A transaction came of it. */
    USED("Used", false),
    /** The driver came, but no transaction did (H03.FR.11). */
    NO_TRANSACTION("NoTransaction", false),
    /** Its time is over. */
    EXPIRED("Expired", false),
    /** The station dropped it. */
    REMOVED("Removed", false),
    /** It was withdrawn (H02). */
    CANCELLED("Cancelled", false);

    private final String text;
    private final boolean open;

    ReservationState(String text, boolean open) {
        this.text = text;
        this.open = open;
    }

    /** The name in the API, in events and in the database. */
    String text() {
        return text;
    }

    /** Whether the station may keep something free for it. */
    boolean isOpen() {
        return open;
    }

    static ReservationState of(String text) {
        return Arrays.stream(values())
                .filter(state -> state.text.equals(text))
                .findFirst()
                .orElseThrow();
    }
}
