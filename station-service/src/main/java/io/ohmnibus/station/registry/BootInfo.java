/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.registry;

import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.ocpp.type.RegistrationStatusEnum;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a station said of itself at its last BootNotification, and how it was answered.
 *
 * @param at when the platform received it
 * @param since when the station got this status first, without another in between
 */
public record BootInfo(
        Hardware hardware,
        String ocppVersion,
        BootReasonEnum reason,
        Instant at,
        RegistrationStatusEnum status,
        Instant since) {

    /** The station as its maker describes it. */
    public record Hardware(
            String vendorName,
            String model,
            @Nullable String serialNumber,
            @Nullable String firmwareVersion,
            @Nullable String iccid,
            @Nullable String imsi) {}
}
