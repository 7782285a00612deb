/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/**
 * Asking stations for the messages they hold: GetDisplayMessages and NotifyDisplayMessages (O03,
 * O04), also by itself after a boot.
 *
 * <p>Parts have no numbers. Each is taken when it comes, and the one without {@code tbc} ends the
 * report; what a complete report should have named and did not is forgotten. A report that does not
 * end is partial, and forgets nothing.
 */
@NullMarked
package io.ohmnibus.station.display.report;

import org.jspecify.annotations.NullMarked;
