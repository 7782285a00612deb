/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/** What happens when parts of the platform, each in a process of its own, die or hang. */
@NullMarked
package io.ohmnibus.e2e.faults;

import org.jspecify.annotations.NullMarked;
