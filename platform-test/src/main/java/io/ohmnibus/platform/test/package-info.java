/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/**
 * Fakes, fixtures and architecture rules that the tests of every service share; no functional block
 * of its own.
 *
 * <p>{@link io.ohmnibus.platform.test.EmbeddedTest} gives a test a real Kafka and PostgreSQL, one
 * of each per JVM; {@link io.ohmnibus.platform.test.Requirement} ties a test to the requirement it
 * proves.
 */
@NullMarked
package io.ohmnibus.platform.test;

import org.jspecify.annotations.NullMarked;
