/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/**
 * The rules that the build checks by itself, so that no review has to.
 *
 * <p>A service activates them with a test class that holds {@code
 * ArchTests.in(OhmnibusArchitecture.class)}.
 */
@NullMarked
package io.ohmnibus.platform.test.architecture;

import org.jspecify.annotations.NullMarked;
