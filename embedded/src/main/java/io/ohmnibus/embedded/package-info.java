/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/** A real Kafka broker and a real PostgreSQL in this JVM, durable and guarded; no functional block of its own. */
@NullMarked
package io.ohmnibus.embedded;

import org.jspecify.annotations.NullMarked;
