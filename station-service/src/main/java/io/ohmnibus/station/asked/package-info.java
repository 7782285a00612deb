/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/**
 * What stations are asked for and send in parts, as far as it is the same for the device model and
 * for display messages: request ids, the state of a report, lists of reports.
 */
@NullMarked
package io.ohmnibus.station.asked;

import org.jspecify.annotations.NullMarked;
