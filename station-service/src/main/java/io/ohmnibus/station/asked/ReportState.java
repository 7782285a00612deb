/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.asked;

/** How far a report is. */
public enum ReportState {
    /** Asked for; the station has not answered, or has sent no part yet. */
    REQUESTED("Requested"),
    /** The station will not send it, or was not asked after all; the outcome says why. */
    REFUSED("Refused"),
    /** Parts are coming. */
    OPEN("Open"),
    /** All parts are there. */
    COMPLETE("Complete"),
    /** Time is over, and parts are missing. Those that still come count. */
    PARTIAL("Partial");

    private final String text;

    ReportState(String text) {
        this.text = text;
    }

    /** The word in REST answers. */
    public String text() {
        return text;
    }
}
