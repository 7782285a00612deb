/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.contracts.station;

import java.time.Instant;

/**
 * That the frames of a station are to be journaled: the value of the compacted topic {@code
 * station.journaling}.
 *
 * @param until when it ends by itself
 * @param by who wanted it
 */
public record JournalSwitch(Instant until, String by) {}
