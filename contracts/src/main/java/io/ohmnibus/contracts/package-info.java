/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/**
 * Records that services exchange on Kafka, one package per owning service; no functional block of
 * its own.
 */
@NullMarked
package io.ohmnibus.contracts;

import org.jspecify.annotations.NullMarked;
