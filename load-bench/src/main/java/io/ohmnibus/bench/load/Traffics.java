/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.load;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** The kinds of traffic that the bench knows. */
public final class Traffics {

    /** A token that must be known to the platform. */
    public static final String TOKEN = "LOAD0001";

    private static final AtomicLong RUNS = new AtomicLong(System.currentTimeMillis());
    private static final int UPDATES = 10;

    /** Authorize, Started, the updates, Ended, StatusNotification. */
    private static final int SESSION = UPDATES + 4;

    private static final long WATT_HOURS_PER_UPDATE = 50;

    private Traffics() {}

    /** Heartbeats, which the gateway answers itself. */
    public static Traffic heartbeats() {
        return (_, _, id) -> "[2,\"" + id + "\",\"Heartbeat\",{}]";
    }

    /** Authorize with a known token, which must be accepted. */
    public static Traffic authorizes() {
        Traffic authorizes = (_, _, id) -> authorize(id);
        return authorizes.accepted();
    }

    private static String authorize(String id) {
        return "[2,\""
                + id
                + "\",\"Authorize\",{\"idToken\":{\"idToken\":\""
                + TOKEN
                + "\",\"type\":\"ISO14443\"}}]";
    }

    /** BootNotification, which must be accepted. */
    static Traffic boots() {
        Traffic boots =
                (_, _, id) ->
                        """
                        [2,"%s","BootNotification",{"reason":"PowerUp","chargingStation":\
                        {"model":"Load","vendorName":"Ohmnibus"}}]\
                        """
                                .formatted(id);
        return boots.accepted();
    }

    /** One transaction for each station that never ends: updates of about 1 kB. */
    public static Traffic transactionEvents() {
        long run = RUNS.incrementAndGet();
        return (station, n, id) ->
                event(id, n == 0 ? "Started" : "Updated", run + "-" + station, n, n);
    }

    /** One charging session after the other. */
    public static Traffic sessions() {
        long run = RUNS.incrementAndGet();
        return (station, n, id) -> {
            int step = (int) (n % SESSION);
            String transaction = run + "-" + station + "-" + n / SESSION;
            return switch (step) {
                case 0 -> authorize(id);
                case 1 -> event(id, "Started", transaction, 0, n);
                case SESSION - 2 -> event(id, "Ended", transaction, step - 1, n);
                case SESSION - 1 -> status(id);
                default -> event(id, "Updated", transaction, step - 1, n);
            };
        };
    }

    private static String status(String id) {
        return """
        [2,"%s","StatusNotification",{"timestamp":"%s","connectorStatus":"Available",\
        "evseId":1,"connectorId":1}]\
        """
                .formatted(id, Instant.now());
    }

    private static String event(
            String id, String type, String transaction, long seqNo, long updates) {
        String now = Instant.now().toString();
        StringBuilder text =
                new StringBuilder(1200)
                        .append("[2,\"")
                        .append(id)
                        .append("\",\"TransactionEvent\",{\"eventType\":\"")
                        .append(type)
                        .append("\",\"timestamp\":\"")
                        .append(now)
                        .append("\",\"triggerReason\":\"MeterValuePeriodic\",\"seqNo\":")
                        .append(seqNo)
                        .append(",\"transactionInfo\":{\"transactionId\":\"")
                        .append(transaction)
                        .append(
                                "\",\"chargingState\":\"Charging\"},\"evse\":{\"id\":1,\"connectorId\":1},")
                        .append("\"meterValue\":[{\"timestamp\":\"")
                        .append(now)
                        .append("\",\"sampledValue\":[{\"value\":")
                        .append(updates * WATT_HOURS_PER_UPDATE)
                        .append(SAMPLES);
        return text.toString();
    }

    private static final String SAMPLES =
            """
            ,"measurand":"Energy.Active.Import.Register","context":"Sample.Periodic","unitOfMeasure":{"unit":"Wh"}},\
            {"value":11012.5,"measurand":"Power.Active.Import","context":"Sample.Periodic","unitOfMeasure":{"unit":"W"}},\
            {"value":15.9,"measurand":"Current.Import","phase":"L1","unitOfMeasure":{"unit":"A"}},\
            {"value":16.0,"measurand":"Current.Import","phase":"L2","unitOfMeasure":{"unit":"A"}},\
            {"value":15.8,"measurand":"Current.Import","phase":"L3","unitOfMeasure":{"unit":"A"}},\
            {"value":230.4,"measurand":"Voltage","phase":"L1-N","unitOfMeasure":{"unit":"V"}},\
            {"value":229.8,"measurand":"Voltage","phase":"L2-N","unitOfMeasure":{"unit":"V"}}]}]}]\
            """;
}
