/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.contracts.station;

import io.ohmnibus.ocpp.type.RegistrationStatusEnum;
import java.time.Instant;

/**
 * How the last BootNotification of a station was answered, on the compacted topic {@code
 * station.boots}.
 *
 * @param since when the station got this status first, without another in between
 */
public record StationBoot(RegistrationStatusEnum status, Instant since) {}
