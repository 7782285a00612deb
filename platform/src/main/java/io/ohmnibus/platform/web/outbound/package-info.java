/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * HTTP to addresses that somebody entered: none of them may lead into the network that the platform
 * itself is in. {@link io.ohmnibus.platform.web.outbound.OutboundHttp} is the only way out for
 * them.
 */
@NullMarked
package io.ohmnibus.platform.web.outbound;

import org.jspecify.annotations.NullMarked;
