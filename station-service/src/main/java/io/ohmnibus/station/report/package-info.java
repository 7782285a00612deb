/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/**
 * Reports of the device model in many parts: GetBaseReport (B07), GetReport (B08), NotifyReport.
 */
@NullMarked
package io.ohmnibus.station.report;

import org.jspecify.annotations.NullMarked;
