/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.constraint.Length;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A firmware file, when to fetch and install it, and its signature. */
public record Firmware(
        @Length(max = 2000, max201 = 512) String location,
        Instant retrieveDateTime,
        @Nullable Instant installDateTime,
        @Length(max = 5500) @Nullable String signingCertificate,
        @Length(max = 800) @Nullable String signature,
        @Nullable CustomData customData) {}
