/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.RequiredIn;
import org.jspecify.annotations.Nullable;

/** A value that the meter signed, for billing that can be verified. */
public record SignedMeterValue(
        @Length(max = 32768, max201 = 2500) String signedMeterData,
        @RequiredIn(OcppVersion.V2_0_1) @Length(max = 50) @Nullable String signingMethod,
        @Length(max = 50) String encodingMethod,
        @RequiredIn(OcppVersion.V2_0_1) @Length(max = 2500) @Nullable String publicKey,
        @Nullable CustomData customData) {}
