/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/** Doing together what is cheaper together, without anybody waiting for company. */
@NullMarked
package io.ohmnibus.platform.batch;

import org.jspecify.annotations.NullMarked;
