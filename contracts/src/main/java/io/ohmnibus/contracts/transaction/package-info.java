/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/** What transaction-service tells others about transactions. */
@NullMarked
package io.ohmnibus.contracts.transaction;

import org.jspecify.annotations.NullMarked;
