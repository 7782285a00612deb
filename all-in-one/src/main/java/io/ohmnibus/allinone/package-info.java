/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/**
 * Every service in one JVM as sibling contexts, with embedded Kafka, PostgreSQL and issuer; all
 * blocks.
 */
@NullMarked
package io.ohmnibus.allinone;

import org.jspecify.annotations.NullMarked;
