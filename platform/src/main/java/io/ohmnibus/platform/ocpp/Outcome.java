/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.ocpp;

import io.ohmnibus.ocpp.OcppError;
import io.ohmnibus.ocpp.Response;
import java.time.Duration;

/** Every way a command can end; a switch over it has no default. */
public sealed interface Outcome<A extends Response> {

    /** The station answered with a CALLRESULT. */
    record Answered<A extends Response>(A response) implements Outcome<A> {}

    /** The station, or the gateway in its place, refused with an error. */
    record Refused<A extends Response>(OcppError error) implements Outcome<A> {}

    /** No answer came before the deadline; the station may or may not have acted. */
    record TimedOut<A extends Response>(Duration after) implements Outcome<A> {}

    /** The station was not connected; nothing was sent. */
    record Offline<A extends Response>() implements Outcome<A> {}
}
