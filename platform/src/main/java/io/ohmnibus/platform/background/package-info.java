/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/** What a component does of itself, apart from any request. */
@NullMarked
package io.ohmnibus.platform.background;

import org.jspecify.annotations.NullMarked;
