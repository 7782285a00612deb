/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import org.jspecify.annotations.Nullable;

public record AuthorizationData(
        IdToken idToken, @Nullable IdTokenInfo idTokenInfo, @Nullable CustomData customData) {}
