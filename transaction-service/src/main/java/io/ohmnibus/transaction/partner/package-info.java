/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * Webhooks: partners subscribe to what happens to transactions, and get each event signed as
 * Standard Webhooks says, again and again until they take it.
 *
 * <p>An event becomes one delivery per subscription, in a table; any instance sends what is due and
 * nobody else has claimed. The id of a delivery's message is that of the event, so who gets it
 * twice sees that. Order is not promised: events carry their own times and revisions.
 */
@NullMarked
package io.ohmnibus.transaction.partner;

import org.jspecify.annotations.NullMarked;
