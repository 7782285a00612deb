/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/** The device model: what stations report of themselves, and what the CSMS set. */
@NullMarked
package io.ohmnibus.station.devicemodel;

import org.jspecify.annotations.NullMarked;
