/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.ClosedIn201;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.IdToken;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reserves an EVSE, or any EVSE with a kind of connector, for a token until a time (H01). */
public record ReserveNowRequest(
        @Range(min = 0, since = OcppVersion.V2_1) int id,
        Instant expiryDateTime,
        @Length(max = 20)
                @ClosedIn201({
                    "cCCS1",
                    "cCCS2",
                    "cG105",
                    "cTesla",
                    "cType1",
                    "cType2",
                    "s309-1P-16A",
                    "s309-1P-32A",
                    "s309-3P-16A",
                    "s309-3P-32A",
                    "sBS1361",
                    "sCEE-7-7",
                    "sType2",
                    "sType3",
                    "Other1PhMax16A",
                    "Other1PhOver16A",
                    "Other3Ph",
                    "Pan",
                    "wInductive",
                    "wResonant",
                    "Undetermined",
                    "Unknown"
                })
                @Nullable String connectorType,
        IdToken idToken,
        @Range(min = 0, since = OcppVersion.V2_1) @Nullable Integer evseId,
        @Nullable IdToken groupIdToken,
        @Nullable CustomData customData)
        implements Request<ReserveNowResponse> {}
