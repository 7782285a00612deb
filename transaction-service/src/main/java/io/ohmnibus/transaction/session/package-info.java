/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * What a transaction comes to when it is over: the basis of charge detail records.
 *
 * <p>A summary is written after the events that announce an end, so it costs the way of the
 * stations' messages nothing, and written anew when anything that comes late changes it. It can be
 * computed from {@code transactions} and {@code transaction_events} at any time.
 */
@NullMarked
package io.ohmnibus.transaction.session;

import org.jspecify.annotations.NullMarked;
