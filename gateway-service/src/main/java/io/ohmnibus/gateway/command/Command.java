/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.command;

import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.bus.Headers;
import io.ohmnibus.platform.bus.MalformedRecord;
import io.ohmnibus.platform.bus.Topics;
import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Something that a service wants of a station.
 *
 * @param id the correlation id, a UUID; also the message id of the CALL, so that a command that is
 *     delivered twice is seen as one
 * @param waits whether it waits for a station that is not connected
 * @param record as it was read; holds the payload, in the form of 2.1
 */
public record Command(
        String id,
        StationKey station,
        Action action,
        Instant deadline,
        boolean waits,
        BusRecord record) {

    private static final int MAX_ID = 36;

    /** Reads the headers; throws {@link MalformedRecord} when they are not those of a command. */
    public static Command read(BusRecord record) {
        try {
            String id = record.required(Headers.CORRELATION_ID);
            if (id.isEmpty() || id.length() > MAX_ID) {
                throw new MalformedRecord("a command id has 1 to 36 characters");
            }
            Command command =
                    new Command(
                            id,
                            StationKey.parse(record.key()),
                            action(record),
                            Instant.parse(record.required(Headers.DEADLINE)),
                            "true".equals(record.headers().get(Headers.WAIT_WHEN_OFFLINE)),
                            record);
            command.replyPartition();
            return command;
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw new MalformedRecord("unreadable headers of a command", e);
        }
    }

    private static Action action(BusRecord record) {
        String name = record.required(Headers.ACTION);
        Action action =
                Action.ofWireName(name)
                        .orElseThrow(() -> new MalformedRecord("unknown action " + name));
        if (action.responseType() == null) {
            throw new MalformedRecord(name + " is not a CALL");
        }
        return action;
    }

    /** Reads what {@link #waiting()} wrote. */
    public static Command readWaiting(BusRecord record) {
        return read(
                new BusRecord(
                        Topics.COMMANDS,
                        record.partition(),
                        stationOf(record),
                        record.body(),
                        record.headers()));
    }

    /** The key of the station that a waiting command is for. */
    public static String stationOf(BusRecord waiting) {
        return waiting.key().substring(0, waiting.key().lastIndexOf('/'));
    }

    /** The id of the command that waits, or does not wait any more. */
    public static String idOf(BusRecord waiting) {
        return waiting.key().substring(waiting.key().lastIndexOf('/') + 1);
    }

    /** The record that lets this command outlive its router, on its partition. */
    public BusRecord waiting() {
        return new BusRecord(
                Topics.WAITING, partition(), waitingKey(), payload(), record.headers());
    }

    /** The record that says that it waits no more. */
    public BusRecord waitingNoMore() {
        return BusRecord.removal(Topics.WAITING, partition(), waitingKey());
    }

    private String waitingKey() {
        return record.key() + "/" + id;
    }

    private int partition() {
        return Objects.requireNonNull(record.partition());
    }

    /** The payload of the request, in the form of 2.1. */
    public byte[] payload() {
        return record.body();
    }

    /** The time that is left; zero or less when nobody waits any more. */
    public Duration left(Instant now) {
        return Duration.between(now, deadline);
    }

    /** The record that brings this command to the instance that holds the connection. */
    public BusRecord forwarded(int gateway, String connectionId) {
        Map<String, String> headers = new HashMap<>(record.headers());
        headers.put(Headers.CONNECTION_ID, connectionId);
        return new BusRecord(Topics.GATEWAY_INBOX, gateway, record.key(), payload(), headers);
    }

    /** The record that makes this command be routed anew. */
    public BusRecord handedBack() {
        Map<String, String> headers = new HashMap<>(record.headers());
        headers.put(Headers.HANDED_BACK_BY, record.required(Headers.CONNECTION_ID));
        headers.remove(Headers.CONNECTION_ID);
        return BusRecord.keyed(Topics.COMMANDS, record.key(), payload(), headers);
    }

    /** The connection that gave it back last; empty when it comes from its sender. */
    public String handedBackBy() {
        return record.headers().getOrDefault(Headers.HANDED_BACK_BY, "");
    }

    /** The record that tells its sender how it ended. */
    BusRecord outcome(String outcome, OcppVersion version, byte[] value) {
        Map<String, String> headers = new HashMap<>();
        headers.put(Headers.CORRELATION_ID, id);
        headers.put(Headers.ACTION, action.wireName());
        headers.put(Headers.OUTCOME, outcome);
        headers.put(Headers.VERSION, version.subprotocol());
        String trace = record.headers().get(Headers.TRACEPARENT);
        if (trace != null) {
            headers.put(Headers.TRACEPARENT, trace);
        }
        return new BusRecord(
                record.required(Headers.REPLY_TOPIC),
                replyPartition(),
                record.key(),
                value,
                headers);
    }

    private int replyPartition() {
        return Integer.parseInt(record.required(Headers.REPLY_PARTITION));
    }
}
