/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/** The platform that is measured, started as it would be deployed, and what its processes use. */
@NullMarked
package io.ohmnibus.bench.deploy;

import org.jspecify.annotations.NullMarked;
