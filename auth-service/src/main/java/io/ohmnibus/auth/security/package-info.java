/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/** What stations report about their own security (A04). */
@NullMarked
package io.ohmnibus.auth.security;

import org.jspecify.annotations.NullMarked;
