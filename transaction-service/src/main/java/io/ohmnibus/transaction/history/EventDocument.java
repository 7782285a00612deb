/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.history;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * A transaction event in the REST API.
 *
 * @param conflicting another event had this sequence number before; that one counts
 * @param occurredAt by the station's clock
 * @param receivedAt by ours
 * @param version the sub-protocol of payload and answer
 * @param payload the request as it came
 * @param answer what the station was told, every time it sent this event
 */
record EventDocument(
        int seqNo,
        String contentHash,
        boolean conflicting,
        String eventType,
        String triggerReason,
        Instant occurredAt,
        Instant receivedAt,
        boolean offline,
        String messageId,
        String version,
        @JsonRawValue @Schema(type = "object", types = "object") String payload,
        @JsonRawValue @Schema(type = "object", types = "object") String answer) {}
