/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * Kafka, as the rest of the platform sees it: records keyed by station, read in order per station.
 * Nothing outside this package uses the Kafka client.
 */
@NullMarked
package io.ohmnibus.platform.bus;

import org.jspecify.annotations.NullMarked;
