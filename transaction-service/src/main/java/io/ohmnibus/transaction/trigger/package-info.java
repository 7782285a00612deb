/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * Messages that other services answer and that somebody may have triggered (F06): their coming is
 * the outcome of the request.
 */
@NullMarked
package io.ohmnibus.transaction.trigger;

import org.jspecify.annotations.NullMarked;
