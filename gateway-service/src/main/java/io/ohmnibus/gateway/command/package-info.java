/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/** What services want of stations, and how it ended. */
@NullMarked
package io.ohmnibus.gateway.command;

import org.jspecify.annotations.NullMarked;
