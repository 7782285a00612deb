/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/**
 * Messages on the displays of stations: setting, replacing and clearing them, and the mirror of
 * what each station holds (O01, O02, O05, O06). Asking stations what they hold is in {@code report}
 * (O03, O04), texts with placeholders are in {@code template}.
 *
 * <p>The mirror follows the stations' answers and reports. After a boot, and whenever somebody
 * asks, the station's own list replaces it. A message whose fate is not known, because the answer
 * stayed away, is marked until then.
 */
@NullMarked
package io.ohmnibus.station.display;

import org.jspecify.annotations.NullMarked;
