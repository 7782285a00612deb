/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/** Who may see and do what by REST, and that a request that is sent twice acts once. */
@NullMarked
package io.ohmnibus.e2e.access;

import org.jspecify.annotations.NullMarked;
