/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import org.jspecify.annotations.Nullable;

public record RelativeTimeInterval(
        int start, @Nullable Integer duration, @Nullable CustomData customData) {}
