/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/** Grid controls and alarms of distributed energy resources: block R. */
@NullMarked
package io.ohmnibus.der;

import org.jspecify.annotations.NullMarked;
