/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.contracts.station;

import io.ohmnibus.ocpp.type.RegistrationStatusEnum;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the last BootNotification of a station was answered, on the compacted topic {@code
 * station.boots}.
 *
 * @param since when the station got this status first, without another in between
 * @param vendorName as the station named itself; null in records of before
 * @param model as the station named itself; null in records of before
 */
public record StationBoot(
        RegistrationStatusEnum status,
        Instant since,
        @Nullable String vendorName,
        @Nullable String model) {}
