/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * Tokens: what may charge, as operators maintain it by REST and CSV. Comparing two tokens is the
 * matter of {@link io.ohmnibus.auth.token.TokenKey} alone.
 */
@NullMarked
package io.ohmnibus.auth.token;

import org.jspecify.annotations.NullMarked;
