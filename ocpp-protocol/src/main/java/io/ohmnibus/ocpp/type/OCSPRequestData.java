/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.constraint.Length;
import org.jspecify.annotations.Nullable;

/** A certificate whose status is asked for, and its responder. */
public record OCSPRequestData(
        HashAlgorithmEnum hashAlgorithm,
        @Length(max = 128) String issuerNameHash,
        @Length(max = 128) String issuerKeyHash,
        @Length(max = 40) String serialNumber,
        @Length(max = 2000, max201 = 512) String responderURL,
        @Nullable CustomData customData) {}
