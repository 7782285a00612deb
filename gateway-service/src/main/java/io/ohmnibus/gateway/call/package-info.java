/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/**
 * The way of a station's message: to the service that owns its action, and back with the answer.
 * Nothing is answered with a CALLRESULT unless a service said so; what is not answered in time ends
 * as a CALLERROR, and the station sends it again.
 */
@NullMarked
package io.ohmnibus.gateway.call;

import org.jspecify.annotations.NullMarked;
