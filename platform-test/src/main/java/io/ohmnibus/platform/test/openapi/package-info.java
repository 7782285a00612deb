/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/** What OpenAPI documents must tell. */
@NullMarked
package io.ohmnibus.platform.test.openapi;

import org.jspecify.annotations.NullMarked;
