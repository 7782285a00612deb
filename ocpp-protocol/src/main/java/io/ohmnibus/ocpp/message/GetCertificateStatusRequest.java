/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.OCSPRequestData;
import org.jspecify.annotations.Nullable;

/**
 * Asks the CSMS for the revocation status of a certificate, so that the station need not reach the
 * responder (M06).
 */
public record GetCertificateStatusRequest(
        OCSPRequestData ocspRequestData, @Nullable CustomData customData)
        implements Request<GetCertificateStatusResponse> {}
