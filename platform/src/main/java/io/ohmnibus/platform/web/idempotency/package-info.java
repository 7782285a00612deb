/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * Requests that may be sent again. A caller who adds {@code Idempotency-Key} to a POST, PUT, PATCH
 * or DELETE and gets no answer sends the same request again and gets the answer of the first.
 *
 * <p>A key is claimed before the request runs and completed before its answer leaves. When the
 * service dies in between, the claim stands for a minute; then the same request runs again.
 */
@NullMarked
package io.ohmnibus.platform.web.idempotency;

import org.jspecify.annotations.NullMarked;
