/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.metering;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What the register of imported active energy stood at.
 *
 * @param energyWh in Wh
 * @param sampledAt by the station's clock
 */
public record RegisterReading(BigDecimal energyWh, Instant sampledAt) {}
