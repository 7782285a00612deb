/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.history;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One measured value in the REST API; what the station left out has the default of OCPP.
 *
 * @param sampledAt by the station's clock
 * @param receivedAt by ours
 * @param ordinal its place in the message
 * @param value to be multiplied by ten to the power of {@code multiplier}
 * @param signedMeterValue as it came
 */
record MeterValueDocument(
        @Nullable Integer evseId,
        @Nullable Integer seqNo,
        Instant sampledAt,
        Instant receivedAt,
        String messageId,
        int ordinal,
        String measurand,
        String context,
        @Nullable String phase,
        String location,
        BigDecimal value,
        String unit,
        int multiplier,
        @JsonRawValue @Schema(type = "object", types = "object")
                @Nullable String signedMeterValue) {}
