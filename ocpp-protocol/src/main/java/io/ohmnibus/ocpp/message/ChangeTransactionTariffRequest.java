/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Since;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.Tariff;
import org.jspecify.annotations.Nullable;

/** Replaces the tariff of a running transaction (I11). */
@Since(OcppVersion.V2_1)
public record ChangeTransactionTariffRequest(
        Tariff tariff, @Length(max = 36) String transactionId, @Nullable CustomData customData)
        implements Request<ChangeTransactionTariffResponse> {}
