/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/**
 * Drivers, tokens, local lists, authorization, station credentials and certificates: blocks A, C, D
 * and M.
 */
@NullMarked
package io.ohmnibus.auth;

import org.jspecify.annotations.NullMarked;
