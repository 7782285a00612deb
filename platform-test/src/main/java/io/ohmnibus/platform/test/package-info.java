/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/** Fakes, fixtures and architecture rules that the tests of every service share; no functional block of its own. */
@NullMarked
package io.ohmnibus.platform.test;

import org.jspecify.annotations.NullMarked;
