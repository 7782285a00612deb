/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * Transactions whose end never comes. They keep what was told of them; only what they hold, such as
 * a token, is given free.
 */
@NullMarked
package io.ohmnibus.transaction.unfinished;

import org.jspecify.annotations.NullMarked;
