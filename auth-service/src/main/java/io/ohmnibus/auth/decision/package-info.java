/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/** What was decided about tokens, and why: kept for a while, and told to whoever listens. */
@NullMarked
package io.ohmnibus.auth.decision;

import org.jspecify.annotations.NullMarked;
