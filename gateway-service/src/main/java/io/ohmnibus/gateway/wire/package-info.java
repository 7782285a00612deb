/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/** WebSockets as RFC 6455 and RFC 7692 want them, whatever the peer does. */
@NullMarked
package io.ohmnibus.gateway.wire;

import org.jspecify.annotations.NullMarked;
