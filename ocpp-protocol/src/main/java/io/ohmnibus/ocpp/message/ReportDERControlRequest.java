/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Since;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.DERCurveGet;
import io.ohmnibus.ocpp.type.EnterServiceGet;
import io.ohmnibus.ocpp.type.FixedPFGet;
import io.ohmnibus.ocpp.type.FixedVarGet;
import io.ohmnibus.ocpp.type.FreqDroopGet;
import io.ohmnibus.ocpp.type.GradientGet;
import io.ohmnibus.ocpp.type.LimitMaxDischargeGet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Delivers a part of the installed grid controls (R04). */
@Since(OcppVersion.V2_1)
public record ReportDERControlRequest(
        @Items(max = 24) @Nullable List<DERCurveGet> curve,
        @Items(max = 24) @Nullable List<EnterServiceGet> enterService,
        @Items(max = 24) @Nullable List<FixedPFGet> fixedPFAbsorb,
        @Items(max = 24) @Nullable List<FixedPFGet> fixedPFInject,
        @Items(max = 24) @Nullable List<FixedVarGet> fixedVar,
        @Items(max = 24) @Nullable List<FreqDroopGet> freqDroop,
        @Items(max = 24) @Nullable List<GradientGet> gradient,
        @Items(max = 24) @Nullable List<LimitMaxDischargeGet> limitMaxDischarge,
        int requestId,
        @Nullable Boolean tbc,
        @Nullable CustomData customData)
        implements Request<ReportDERControlResponse> {

    public ReportDERControlRequest {
        curve = curve == null ? null : List.copyOf(curve);
        enterService = enterService == null ? null : List.copyOf(enterService);
        fixedPFAbsorb = fixedPFAbsorb == null ? null : List.copyOf(fixedPFAbsorb);
        fixedPFInject = fixedPFInject == null ? null : List.copyOf(fixedPFInject);
        fixedVar = fixedVar == null ? null : List.copyOf(fixedVar);
        freqDroop = freqDroop == null ? null : List.copyOf(freqDroop);
        gradient = gradient == null ? null : List.copyOf(gradient);
        limitMaxDischarge = limitMaxDischarge == null ? null : List.copyOf(limitMaxDischarge);
    }
}
