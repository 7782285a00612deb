/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.call;

import io.ohmnibus.ocpp.OcppError;

/** How a station's CALL ends. */
public sealed interface Answer {

    /** With the payload of a CALLRESULT, in the version of the connection. */
    record Result(byte[] payload) implements Answer {}

    /** With a CALLERROR. */
    record Refusal(OcppError error) implements Answer {}
}
