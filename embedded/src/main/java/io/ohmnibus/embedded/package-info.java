/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/**
 * A real Kafka broker and a real PostgreSQL in this JVM, for laptops, demonstrations and tests.
 *
 * <p>{@link io.ohmnibus.embedded.EmbeddedPlatform} locks the data folder before anything else, so
 * that two processes never write to it; stops what a killed process left running; and keeps what
 * was acknowledged: PostgreSQL runs with fsync on, which is verified after every start, and Kafka's
 * logs survive the death of the process.
 */
@NullMarked
package io.ohmnibus.embedded;

import org.jspecify.annotations.NullMarked;
