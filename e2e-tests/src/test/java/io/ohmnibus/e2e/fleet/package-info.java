/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/** Many stations at once: campaigns, the registry, and the stream of what happens. */
@NullMarked
package io.ohmnibus.e2e.fleet;

import org.jspecify.annotations.NullMarked;
