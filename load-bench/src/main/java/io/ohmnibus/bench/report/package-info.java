/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/** Results as JSON, table, Markdown and picture. */
@NullMarked
package io.ohmnibus.bench.report;

import org.jspecify.annotations.NullMarked;
