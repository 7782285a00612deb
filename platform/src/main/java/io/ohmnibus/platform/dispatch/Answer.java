/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.dispatch;

import io.ohmnibus.ocpp.OcppError;
import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.bus.Headers;
import io.ohmnibus.platform.bus.OcppErrors;
import java.util.HashMap;
import java.util.Map;

/** What goes back to the station. */
sealed interface Answer {

    /** The payload of a CALLRESULT. */
    record Accepted(byte[] payload) implements Answer {}

    /** The content of a CALLERROR. */
    record Failed(OcppError error) implements Answer {}

    /** The record that carries this answer to whoever asked. */
    default BusRecord replyTo(BusRecord question) {
        Map<String, String> headers = new HashMap<>();
        headers.put(Headers.CORRELATION_ID, question.required(Headers.CORRELATION_ID));
        byte[] value =
                switch (this) {
                    case Accepted(byte[] payload) -> {
                        headers.put(Headers.OUTCOME, Headers.ANSWERED);
                        yield payload;
                    }
                    case Failed(OcppError error) -> {
                        headers.put(Headers.OUTCOME, Headers.REFUSED);
                        yield OcppErrors.write(error);
                    }
                };
        int partition = Integer.parseInt(question.required(Headers.REPLY_PARTITION));
        return new BusRecord(
                question.required(Headers.REPLY_TOPIC), partition, question.key(), value, headers);
    }
}
