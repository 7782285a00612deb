/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/** Which stations are connected, copied from the topic that the gateways write. */
@NullMarked
package io.ohmnibus.station.connection;

import org.jspecify.annotations.NullMarked;
