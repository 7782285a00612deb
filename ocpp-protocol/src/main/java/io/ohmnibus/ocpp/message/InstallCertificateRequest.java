/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.InstallCertificateUseEnum;
import org.jspecify.annotations.Nullable;

/** Hands a station a CA certificate to trust (M05). */
public record InstallCertificateRequest(
        InstallCertificateUseEnum certificateType,
        @Length(max = 10000, max201 = 5500) String certificate,
        @Nullable CustomData customData)
        implements Request<InstallCertificateResponse> {}
