/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Since;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.DERControlEnum;
import io.ohmnibus.ocpp.type.DERCurve;
import io.ohmnibus.ocpp.type.EnterService;
import io.ohmnibus.ocpp.type.FixedPF;
import io.ohmnibus.ocpp.type.FixedVar;
import io.ohmnibus.ocpp.type.FreqDroop;
import io.ohmnibus.ocpp.type.Gradient;
import io.ohmnibus.ocpp.type.LimitMaxDischarge;
import org.jspecify.annotations.Nullable;

/**
 * Installs a grid control; exactly one of the settings is given, the one that the control type
 * calls for (R01-R03, R04, R05).
 */
@Since(OcppVersion.V2_1)
public record SetDERControlRequest(
        boolean isDefault,
        @Length(max = 36) String controlId,
        DERControlEnum controlType,
        @Nullable DERCurve curve,
        @Nullable EnterService enterService,
        @Nullable FixedPF fixedPFAbsorb,
        @Nullable FixedPF fixedPFInject,
        @Nullable FixedVar fixedVar,
        @Nullable FreqDroop freqDroop,
        @Nullable Gradient gradient,
        @Nullable LimitMaxDischarge limitMaxDischarge,
        @Nullable CustomData customData)
        implements Request<SetDERControlResponse> {}
