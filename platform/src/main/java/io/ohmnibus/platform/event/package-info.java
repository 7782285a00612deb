/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * Domain events, in the past tense: written to an outbox in the transaction that made them true,
 * published as CloudEvents, consumed idempotently by event id.
 */
@NullMarked
package io.ohmnibus.platform.event;

import org.jspecify.annotations.NullMarked;
