/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp;

/** Whether an action is answered. */
public enum Kind {
    /** Answered by a CALLRESULT or a CALLERROR. */
    CALL,
    /** Never answered; 2.1 only. */
    SEND
}
