/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Since;
import org.jspecify.annotations.Nullable;

/**
 * A fee for staying too long.
 *
 * @param startTime seconds after overstaying began
 * @param overstayFeePeriod seconds after which the fee is due again
 */
@Since(OcppVersion.V2_1)
public record OverstayRule(
        RationalNumber overstayFee,
        @Length(max = 32, descriptive = true) @Nullable String overstayRuleDescription,
        int startTime,
        int overstayFeePeriod,
        @Nullable CustomData customData) {}
