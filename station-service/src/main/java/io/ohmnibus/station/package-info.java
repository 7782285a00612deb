/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/**
 * Provisioning, device model, availability, display messages and data transfer: blocks B, G, O and
 * P.
 */
@NullMarked
package io.ohmnibus.station;

import org.jspecify.annotations.NullMarked;
