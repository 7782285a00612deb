/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/** Keeps what may hold secrets unreadable in tables and on the bus; see ADR 0014. */
@NullMarked
package io.ohmnibus.platform.secret;

import org.jspecify.annotations.NullMarked;
