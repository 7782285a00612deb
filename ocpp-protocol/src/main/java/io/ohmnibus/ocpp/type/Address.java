/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Since;
import org.jspecify.annotations.Nullable;

/** A postal address, here of the company on a receipt. */
@Since(OcppVersion.V2_1)
public record Address(
        @Length(max = 50) String name,
        @Length(max = 100) String address1,
        @Length(max = 100) @Nullable String address2,
        @Length(max = 100) String city,
        @Length(max = 20) @Nullable String postalCode,
        @Length(max = 50) String country,
        @Nullable CustomData customData) {}
