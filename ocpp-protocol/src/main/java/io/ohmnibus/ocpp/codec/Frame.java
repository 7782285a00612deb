/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.Message;
import io.ohmnibus.ocpp.OcppError;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.signing.SignedPayload;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message as it travels on the WebSocket (Part 4, 4.2). Payloads are JSON, in UTF-8. */
public sealed interface Frame {

    /** Pairs an answer with its CALL: 1 to 36 characters. */
    String messageId();

    /**
     * A request that has to be answered; decoded and valid.
     *
     * @param payload as it came, or mended where it deviated
     * @param deviations what the codec tolerated, by {@link Tolerance}
     * @param signed what the payload came in, if the message was signed (Part 4, 7); unverified
     */
    record Call(
            String messageId,
            Action action,
            Request<?> request,
            byte[] payload,
            List<Deviation> deviations,
            @Nullable SignedPayload signed)
            implements Frame {}

    /**
     * The answer to a CALL. Which response it holds is known only to who sent the CALL and decodes
     * it with {@link OcppCodec#decode}; so far it is just a JSON object, as it came.
     *
     * @param signed what the payload came in, if the answer was signed (Part 4, 7); unverified
     */
    record CallResult(String messageId, byte[] payload, @Nullable SignedPayload signed)
            implements Frame {}

    /** The refusal of a CALL. */
    record CallError(String messageId, OcppError error) implements Frame {}

    /** The refusal of a CALLRESULT; 2.1 only. */
    record CallResultError(String messageId, OcppError error) implements Frame {}

    /**
     * A message that is never answered, decoded and valid; 2.1 only.
     *
     * @param payload as it came, or mended where it deviated
     * @param deviations what the codec tolerated, by {@link Tolerance}
     * @param signed what the payload came in, if the message was signed (Part 4, 7); unverified
     */
    record Send(
            String messageId,
            Action action,
            Message message,
            byte[] payload,
            List<Deviation> deviations,
            @Nullable SignedPayload signed)
            implements Frame {}
}
