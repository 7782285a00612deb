/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * Stations charge while the platform is killed piece by piece; afterwards their own book is
 * compared with what the platform holds. It all follows from one seed, but for what the machine
 * does with the time.
 */
@NullMarked
package io.ohmnibus.bench.crash;

import org.jspecify.annotations.NullMarked;
