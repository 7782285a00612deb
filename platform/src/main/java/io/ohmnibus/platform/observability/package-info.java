/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/** What happens, told to people: log context, trace context, log formats. */
@NullMarked
package io.ohmnibus.platform.observability;

import org.jspecify.annotations.NullMarked;
