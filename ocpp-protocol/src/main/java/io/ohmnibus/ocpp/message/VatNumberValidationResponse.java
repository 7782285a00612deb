/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.constraint.Since;
import io.ohmnibus.ocpp.type.Address;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.GenericStatusEnum;
import io.ohmnibus.ocpp.type.StatusInfo;
import org.jspecify.annotations.Nullable;

/** Whether the VAT number is valid, and whose it is. */
@Since(OcppVersion.V2_1)
public record VatNumberValidationResponse(
        @Nullable Address company,
        @Nullable StatusInfo statusInfo,
        @Length(max = 20) String vatNumber,
        @Range(min = 0) @Nullable Integer evseId,
        GenericStatusEnum status,
        @Nullable CustomData customData)
        implements Response {}
