/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/** How long auth-service remembers what happened, and tokens that nobody used. */
@NullMarked
package io.ohmnibus.auth.retention;

import org.jspecify.annotations.NullMarked;
