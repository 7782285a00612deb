/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * The payloads of all actions: a request and a response for each CALL, one record for the SEND
 * (Part 2, Messages, 1). A request names the use cases that it serves; a response belongs to the
 * same.
 *
 * <p>Components have the names and the order of the specification's schemas; those that may be
 * absent are {@code @Nullable}. Times are instants in UTC, numbers are exact decimals, lists are
 * copied and cannot be changed. Intervals and durations are whole seconds unless a component says
 * otherwise. An absent optional list is null, never empty.
 */
@NullMarked
package io.ohmnibus.ocpp.message;

import org.jspecify.annotations.NullMarked;
