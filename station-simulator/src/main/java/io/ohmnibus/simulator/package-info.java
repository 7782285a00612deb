/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * Scriptable charging stations that speak OCPP 2.1 and 2.0.1: the station side of all blocks.
 *
 * <p>A {@link io.ohmnibus.simulator.Station} is built by its {@link
 * io.ohmnibus.simulator.StationBuilder}. {@code Link} connects it and connects it again, {@code
 * Registration} boots it, {@link io.ohmnibus.simulator.Evse} is the state machine that turns what
 * drivers do into messages, {@code Outbox} delivers these in order and keeps transaction events
 * while the station is offline, {@code Answers} answers what the CSMS asks. State changes under one
 * lock per station, which nobody holds while waiting for the network.
 */
@NullMarked
package io.ohmnibus.simulator;

import org.jspecify.annotations.NullMarked;
