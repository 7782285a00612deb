/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp;

/** Who may send an action. */
public enum Direction {
    /** Stations send it, the CSMS answers. */
    TO_CSMS,
    /** The CSMS sends it, stations answer. */
    TO_STATION,
    /** Either side sends it: only DataTransfer. */
    BOTH
}
