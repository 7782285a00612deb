/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/**
 * The frame journal: what passes between the gateway and chosen stations, for people who look for a
 * fault. Best effort, and without secrets.
 */
@NullMarked
package io.ohmnibus.gateway.journal;

import org.jspecify.annotations.NullMarked;
