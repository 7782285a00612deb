/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/** What is measured: one class for each line of the report. */
@NullMarked
package io.ohmnibus.bench.scenario;

import org.jspecify.annotations.NullMarked;
