/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/** The OpenAPI document of a service: what its controllers do not say themselves. */
@NullMarked
package io.ohmnibus.platform.web.openapi;

import org.jspecify.annotations.NullMarked;
