/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/** What becomes of signed messages (Part 4, chapter 7). */
@NullMarked
package io.ohmnibus.gateway.signing;

import org.jspecify.annotations.NullMarked;
