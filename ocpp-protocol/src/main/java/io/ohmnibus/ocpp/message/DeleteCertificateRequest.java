/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.type.CertificateHashData;
import io.ohmnibus.ocpp.type.CustomData;
import org.jspecify.annotations.Nullable;

/** Removes an installed certificate, which is named by its hashes (M04). */
public record DeleteCertificateRequest(
        CertificateHashData certificateHashData, @Nullable CustomData customData)
        implements Request<DeleteCertificateResponse> {}
