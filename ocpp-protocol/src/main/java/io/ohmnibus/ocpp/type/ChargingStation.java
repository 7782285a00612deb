/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.constraint.Length;
import org.jspecify.annotations.Nullable;

/** What a station says about itself when it boots. */
public record ChargingStation(
        @Length(max = 25, descriptive = true) @Nullable String serialNumber,
        @Length(max = 20, descriptive = true) String model,
        @Nullable Modem modem,
        @Length(max = 50, descriptive = true) String vendorName,
        @Length(max = 50, descriptive = true) @Nullable String firmwareVersion,
        @Nullable CustomData customData) {}
