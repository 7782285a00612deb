/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import org.jspecify.annotations.Nullable;

/**
 * An entry of the local authorization list; in a differential update, one without a standing
 * removes the token.
 */
public record AuthorizationData(
        IdToken idToken, @Nullable IdTokenInfo idTokenInfo, @Nullable CustomData customData) {}
