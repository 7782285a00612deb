/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/**
 * Who may come in: the credentials of stations for each security profile (Part 2, A00), how fast
 * and how often, and what becomes of those who may not.
 */
@NullMarked
package io.ohmnibus.gateway.admission;

import org.jspecify.annotations.NullMarked;
