/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/**
 * Desired state: the values that variables should have on a station, a group or a model. They are
 * read and, where they differ, set again after each boot (pain 25) and when they change.
 */
@NullMarked
package io.ohmnibus.station.desired;

import org.jspecify.annotations.NullMarked;
