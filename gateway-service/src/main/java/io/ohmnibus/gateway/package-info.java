/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/** Station sockets, security profiles, station directory and routing: OCPP-J (Part 4). */
@NullMarked
package io.ohmnibus.gateway;

import org.jspecify.annotations.NullMarked;
