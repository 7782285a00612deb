/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/**
 * One owner per station. {@link KnownConnections} tells which connection of a station is the
 * newest; {@link Fence} keeps an instance that does not know it from acting; {@link Leases} tell
 * which instances live. DESIGN.md describes the protocol and what it guarantees.
 */
@NullMarked
package io.ohmnibus.gateway.ownership;

import org.jspecify.annotations.NullMarked;
