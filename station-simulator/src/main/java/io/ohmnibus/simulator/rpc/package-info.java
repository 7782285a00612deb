/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * One station's end of OCPP-J (Part 4): the socket, one CALL at a time in each direction, and a log
 * of the frames.
 *
 * <p>All sockets of the JVM share a few event loops and one timer; what may wait runs on virtual
 * threads, so that an idle station costs no thread at all.
 */
@NullMarked
package io.ohmnibus.simulator.rpc;

import org.jspecify.annotations.NullMarked;
