/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.web.idempotency;

import org.jspecify.annotations.Nullable;

/** An answer as it is kept and given again. */
record Answer(int status, @Nullable String contentType, @Nullable String location, byte[] body) {}
