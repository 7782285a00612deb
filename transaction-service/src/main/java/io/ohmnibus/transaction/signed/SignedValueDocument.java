/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.signed;

import io.ohmnibus.ocpp.type.SignedMeterValue;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A signed meter value in the REST API.
 *
 * @param sampledAt by the station's clock
 * @param value what the station says beside the signed data
 * @param signedMeterValue as it came
 * @param verdict Valid (signed with a key of the station's device model), Consistent (with the key
 *     that came along, no other is known), Invalid, NoKey, Unreadable, UnknownMethod
 */
record SignedValueDocument(
        Instant sampledAt,
        Instant receivedAt,
        String messageId,
        int ordinal,
        String measurand,
        String context,
        BigDecimal value,
        String unit,
        int multiplier,
        SignedMeterValue signedMeterValue,
        String verdict) {}
