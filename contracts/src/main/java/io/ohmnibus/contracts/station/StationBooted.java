/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.contracts.station;

import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.ocpp.type.RegistrationStatusEnum;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A station sent a BootNotification and was answered.
 *
 * @param status the answer
 * @param at when the platform received the BootNotification
 */
public record StationBooted(
        RegistrationStatusEnum status,
        BootReasonEnum reason,
        String vendorName,
        String model,
        @Nullable String serialNumber,
        @Nullable String firmwareVersion,
        Instant at) {}
