/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * Transactions as stations report them (E01-E13, E15, E17). A TransactionEvent passes through an
 * ordered list of {@link io.ohmnibus.transaction.lifecycle.TransactionEventStep}s; each adds its
 * part to the answer. An event is identified by station, transaction id and seqNo: what comes twice
 * has one effect and gets the same answer. The state of a transaction is a fold over its events by
 * seqNo, whatever order they arrive in; nothing is refused for being late, what looks wrong is
 * flagged.
 */
@NullMarked
package io.ohmnibus.transaction.lifecycle;

import org.jspecify.annotations.NullMarked;
