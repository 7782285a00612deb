/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Since;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A value of an event stream.
 *
 * @param t seconds after the base time of the message
 */
@Since(OcppVersion.V2_1)
public record StreamDataElement(
        BigDecimal t, @Length(max = 2500) String v, @Nullable CustomData customData) {}
