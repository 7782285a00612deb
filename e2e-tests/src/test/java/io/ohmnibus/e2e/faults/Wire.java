/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.faults;

import io.ohmnibus.simulator.Station;
import io.ohmnibus.simulator.rpc.LoggedFrame;
import java.util.List;

/** Frames as they go over the socket. */
final class Wire {

    private Wire() {}

    /** A TransactionEvent whose message id is {@code <transaction>-<seqNo>}. */
    static String event(String transaction, int seqNo, String type) {
        return """
        [2,"%1$s-%2$d","TransactionEvent",{"eventType":"%3$s","timestamp":"2026-01-02T03:04:%2$02dZ",\
        "triggerReason":"MeterValuePeriodic","seqNo":%2$d,"transactionInfo":{"transactionId":"%1$s"},\
        "evse":{"id":1,"connectorId":1}}]
        """
                .formatted(transaction, seqNo, type)
                .strip();
    }

    static String heartbeat(String id) {
        return "[2,\"%s\",\"Heartbeat\",{}]".formatted(id);
    }

    static String authorize(String id) {
        return "[2,\"%s\",\"Authorize\",{\"idToken\":{\"idToken\":\"NOBODY\",\"type\":\"ISO14443\"}}]"
                .formatted(id);
    }

    /** What came back for that message id, oldest first. */
    static List<String> answers(Station station, String id) {
        return station.frames().stream()
                .filter(frame -> !frame.sent())
                .map(LoggedFrame::text)
                .filter(text -> text.contains("\"" + id + "\""))
                .toList();
    }
}
