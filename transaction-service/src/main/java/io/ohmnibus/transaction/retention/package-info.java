/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * How long it is remembered what happened around transactions ({@link
 * io.ohmnibus.platform.retention}).
 */
@NullMarked
package io.ohmnibus.transaction.retention;

import org.jspecify.annotations.NullMarked;
