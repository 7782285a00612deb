/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.lifecycle;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.codec.OcppCodec;
import io.ohmnibus.ocpp.codec.Side;
import io.ohmnibus.ocpp.message.TransactionEventRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What an event says.
 *
 * @param payload the whole event as JSON, in the version of its station
 * @param hash tells events with the same sequence number apart. A station that lost its connection
 *     marks what it repeats as offline (E11.FR.07); it is the same event all the same.
 */
record EventContent(String payload, String hash) {

    static EventContent of(OcppVersion version, TransactionEventRequest event) {
        byte[] payload = write(version, event);
        byte[] same = event.offline() == null ? payload : write(version, withoutOffline(event));
        return new EventContent(new String(payload, StandardCharsets.UTF_8), hash(same));
    }

    private static byte[] write(OcppVersion version, TransactionEventRequest event) {
        return OcppCodec.of(version, Side.STATION).writePayload(event);
    }

    private static String hash(byte[] content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TransactionEventRequest withoutOffline(TransactionEventRequest event) {
        return new TransactionEventRequest(
                event.costDetails(),
                event.eventType(),
                event.meterValue(),
                event.timestamp(),
                event.triggerReason(),
                event.seqNo(),
                null,
                event.numberOfPhasesUsed(),
                event.cableMaxCurrent(),
                event.reservationId(),
                event.preconditioningStatus(),
                event.evseSleep(),
                event.transactionInfo(),
                event.evse(),
                event.idToken(),
                event.customData());
    }
}
