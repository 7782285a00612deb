/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * Campaigns: one request to many stations, in waves, until each has its outcome. All that is known
 * of a campaign is in the database, so any instance of the service goes on with it at any time.
 *
 * <p>A station's command is stored in the transaction that marks the station as sent, and its
 * outcome is taken in the transaction that ends the command: each station gets one command, and
 * each outcome counts once, whoever dies in between.
 */
@NullMarked
package io.ohmnibus.platform.fleet;

import org.jspecify.annotations.NullMarked;
