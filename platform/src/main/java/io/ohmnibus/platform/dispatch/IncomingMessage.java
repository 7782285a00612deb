/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.dispatch;

import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.Message;
import io.ohmnibus.ocpp.OcppException;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.codec.OcppCodec;
import io.ohmnibus.ocpp.codec.Side;
import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.bus.Headers;
import io.ohmnibus.platform.bus.MalformedRecord;
import io.ohmnibus.platform.ocpp.Call;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.ocpp.StationKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A valid message of a station, as the gateway published it. */
final class IncomingMessage {

    private final Station station;
    private final Action action;
    private final Instant deadline;
    private final BusRecord record;
    private byte @Nullable [] contentHash;

    private IncomingMessage(Station station, Action action, Instant deadline, BusRecord record) {
        this.station = station;
        this.action = action;
        this.deadline = deadline;
        this.record = record;
    }

    Station station() {
        return station;
    }

    Action action() {
        return action;
    }

    /** After it nobody waits for the answer. */
    Instant deadline() {
        return deadline;
    }

    BusRecord record() {
        return record;
    }

    /** Tells messages with the same id apart: 16 bytes over action and payload. */
    byte[] contentHash() {
        byte[] known = contentHash;
        if (known == null) {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                digest.update(action.wireName().getBytes(StandardCharsets.UTF_8));
                known = Arrays.copyOf(digest.digest(record.body()), 16);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
            contentHash = known;
        }
        return known;
    }

    /** Reads the headers; throws {@link MalformedRecord} for a record that no gateway wrote. */
    static IncomingMessage read(BusRecord record) {
        try {
            Action action = actionOf(record);
            OcppVersion version =
                    OcppVersion.ofSubprotocol(record.required(Headers.VERSION))
                            .orElseThrow(() -> new MalformedRecord("unknown version"));
            Instant received = Instant.parse(record.required(Headers.RECEIVED_AT));
            Call call =
                    new Call(
                            record.required(Headers.MESSAGE_ID),
                            received,
                            record.required(Headers.CONNECTION_ID));
            String deadline = record.headers().get(Headers.DEADLINE);
            return new IncomingMessage(
                    new Station(StationKey.parse(record.key()), version, call),
                    action,
                    deadline == null ? received : Instant.parse(deadline),
                    record);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new MalformedRecord("unreadable headers", e);
        }
    }

    /** The action alone, for those who pick records by it. */
    static Action actionOf(BusRecord record) {
        return Action.ofWireName(record.required(Headers.ACTION))
                .orElseThrow(() -> new MalformedRecord("unknown action"));
    }

    /**
     * Decodes the payload; an {@link OcppException} here means that gateway and service disagree.
     */
    Message payload() {
        return OcppCodec.of(station.version(), Side.CSMS)
                .readPayload(action.requestType().asSubclass(Message.class), record.body());
    }
}
