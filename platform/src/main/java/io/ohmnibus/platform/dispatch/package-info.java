/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * Brings what stations send to its handler and observers, once in effect however often it arrives,
 * and the answer back to the gateway instance that asked.
 */
@NullMarked
package io.ohmnibus.platform.dispatch;

import org.jspecify.annotations.NullMarked;
