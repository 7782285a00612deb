/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/** What the live stream tells of transactions ({@link io.ohmnibus.platform.stream}). */
@NullMarked
package io.ohmnibus.transaction.stream;

import org.jspecify.annotations.NullMarked;
