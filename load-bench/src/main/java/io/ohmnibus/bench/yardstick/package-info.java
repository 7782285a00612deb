/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/** The least that this machine can do: the report gives our figures as a part of it. */
@NullMarked
package io.ohmnibus.bench.yardstick;

import org.jspecify.annotations.NullMarked;
