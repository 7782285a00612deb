/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/** Keys, certificates and signing requests of simulated stations. */
@NullMarked
package io.ohmnibus.simulator.security;

import org.jspecify.annotations.NullMarked;
