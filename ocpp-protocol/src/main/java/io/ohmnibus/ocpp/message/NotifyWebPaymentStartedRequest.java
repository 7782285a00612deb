/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.constraint.Since;
import io.ohmnibus.ocpp.type.CustomData;
import org.jspecify.annotations.Nullable;

/**
 * Tells a station that a driver is paying on the web for one of its EVSEs (C25).
 *
 * @param timeout seconds after which the payment is no longer expected
 */
@Since(OcppVersion.V2_1)
public record NotifyWebPaymentStartedRequest(
        @Range(min = 0) int evseId, int timeout, @Nullable CustomData customData)
        implements Request<NotifyWebPaymentStartedResponse> {}
