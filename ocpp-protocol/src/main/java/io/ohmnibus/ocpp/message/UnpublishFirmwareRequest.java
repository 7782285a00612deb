/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.type.CustomData;
import org.jspecify.annotations.Nullable;

/**
 * Asks a local controller to stop offering a firmware file (L04).
 *
 * @param checksum MD5 over the file, 32 hexadecimal digits
 */
public record UnpublishFirmwareRequest(
        @Length(max = 32) String checksum, @Nullable CustomData customData)
        implements Request<UnpublishFirmwareResponse> {}
