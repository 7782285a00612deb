/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.constraint.Since;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A tax on a price.
 *
 * @param tax in percent
 * @param stack 0, when absent, for a tax on the net price; a higher one is a tax on top of the
 *     lower
 */
@Since(OcppVersion.V2_1)
public record TaxRate(
        @Length(max = 20) String type,
        BigDecimal tax,
        @Range(min = 0) @Nullable Integer stack,
        @Nullable CustomData customData) {}
