/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.type.CustomData;
import org.jspecify.annotations.Nullable;

/**
 * Asks a local controller to fetch a firmware file and offer it to the stations behind it (L03).
 *
 * @param checksum MD5 over the file, 32 hexadecimal digits
 */
public record PublishFirmwareRequest(
        @Length(max = 2000, max201 = 512) String location,
        @Range(min = 0, since = OcppVersion.V2_1) @Nullable Integer retries,
        @Length(max = 32) String checksum,
        @Range(min = 0, since = OcppVersion.V2_1) int requestId,
        @Range(min = 0, since = OcppVersion.V2_1) @Nullable Integer retryInterval,
        @Nullable CustomData customData)
        implements Request<PublishFirmwareResponse> {}
