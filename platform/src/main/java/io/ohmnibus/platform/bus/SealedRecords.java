/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.bus;

import io.ohmnibus.platform.secret.Sealing;
import java.util.HashMap;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Encrypts the values of confidential records on their way out, and opens them on the way in. */
record SealedRecords(Sealing sealing) {

    /** The record as it may travel. */
    BusRecord sealed(BusRecord record) {
        byte[] value = record.value();
        if (value == null
                || !Topics.confidential(record.topic())
                || record.headers().containsKey(Headers.SEALED)) {
            return record;
        }
        Map<String, String> headers = new HashMap<>(record.headers());
        headers.put(Headers.SEALED, "true");
        byte[] sealed = sealing.seal(value, record.key());
        return new BusRecord(record.topic(), record.partition(), record.key(), sealed, headers);
    }

    /** Takes records as they travel, and shows them opened. */
    BusListener opening(BusListener listener) {
        return record ->
                record.headers().containsKey(Headers.SEALED)
                        ? Mono.defer(() -> listener.on(opened(record)))
                        : listener.on(record);
    }

    private BusRecord opened(BusRecord record) {
        Map<String, String> headers = new HashMap<>(record.headers());
        headers.remove(Headers.SEALED);
        try {
            byte[] value = sealing.open(record.body(), record.key());
            return new BusRecord(record.topic(), record.partition(), record.key(), value, headers);
        } catch (IllegalArgumentException e) {
            throw new MalformedRecord("the value cannot be opened", e);
        }
    }
}
