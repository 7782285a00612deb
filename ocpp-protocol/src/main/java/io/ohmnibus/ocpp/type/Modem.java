/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.constraint.Length;
import org.jspecify.annotations.Nullable;

/** The SIM card of a station's modem. */
public record Modem(
        @Length(max = 20, descriptive = true) @Nullable String iccid,
        @Length(max = 20, descriptive = true) @Nullable String imsi,
        @Nullable CustomData customData) {}
