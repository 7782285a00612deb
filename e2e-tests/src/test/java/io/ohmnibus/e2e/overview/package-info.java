/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/** What the annotations of the whole platform tell: docs/use-cases.md. */
@NullMarked
package io.ohmnibus.e2e.overview;

import org.jspecify.annotations.NullMarked;
