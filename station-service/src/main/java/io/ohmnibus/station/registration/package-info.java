/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/** How stations become known: claimed, given credentials by auth-service, then added. */
@NullMarked
package io.ohmnibus.station.registration;

import org.jspecify.annotations.NullMarked;
