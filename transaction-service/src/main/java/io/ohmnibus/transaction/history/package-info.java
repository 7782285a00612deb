/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/** What is known about transactions and meter values, as the REST API shows it; reads only. */
@NullMarked
package io.ohmnibus.transaction.history;

import org.jspecify.annotations.NullMarked;
