/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.crash;

import io.ohmnibus.ocpp.message.TransactionEventRequest;
import io.ohmnibus.ocpp.type.MeasurandEnum;
import io.ohmnibus.ocpp.type.TransactionEventEnum;
import io.ohmnibus.simulator.TransactionBook;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Everything that stations know of their transactions, whatever became of it. */
final class Book implements TransactionBook {

    /** One transaction of one station. */
    record TransactionName(String stationId, String transactionId) {
        @Override
        public String toString() {
            return stationId + "/" + transactionId;
        }
    }

    /** An event as it happened, and whether the CSMS acknowledged it. */
    record Noted(TransactionEventRequest event, boolean acknowledged) {}

    private final Map<TransactionName, ConcurrentSkipListMap<Integer, Noted>> transactions =
            new ConcurrentHashMap<>();

    @Override
    public void happened(String stationId, TransactionEventRequest event) {
        transactions
                .computeIfAbsent(key(stationId, event), _ -> new ConcurrentSkipListMap<>())
                .put(event.seqNo(), new Noted(event, false));
    }

    @Override
    public void acknowledged(String stationId, TransactionEventRequest event) {
        transactions
                .getOrDefault(key(stationId, event), new ConcurrentSkipListMap<>())
                .computeIfPresent(event.seqNo(), (_, noted) -> new Noted(noted.event(), true));
    }

    private static TransactionName key(String stationId, TransactionEventRequest event) {
        return new TransactionName(stationId, event.transactionInfo().transactionId());
    }

    /** All transactions, their events by sequence number. */
    Map<TransactionName, SortedMap<Integer, Noted>> transactions() {
        Map<TransactionName, SortedMap<Integer, Noted>> copy = new ConcurrentHashMap<>();
        transactions.forEach((key, events) -> copy.put(key, new TreeMap<>(events)));
        return copy;
    }

    /** How many events happened. */
    long events() {
        return transactions.values().stream().mapToLong(Map::size).sum();
    }

    /** How many of them are not acknowledged. */
    long open() {
        return transactions.values().stream()
                .flatMap(events -> events.values().stream())
                .filter(noted -> !noted.acknowledged())
                .count();
    }

    /** Whether the last of these events is the end of the transaction. */
    static boolean ended(SortedMap<Integer, Noted> events) {
        return events.sequencedValues().getLast().event().eventType() == TransactionEventEnum.ENDED;
    }

    /** What the register counted from the first to the last reading of these events, in Wh. */
    static BigDecimal energy(SortedMap<Integer, Noted> events) {
        List<BigDecimal> register =
                events.values().stream()
                        .map(noted -> noted.event().meterValue())
                        .filter(values -> values != null)
                        .flatMap(List::stream)
                        .flatMap(value -> value.sampledValue().stream())
                        .filter(sample ->
                                sample.measurand() == MeasurandEnum.ENERGY_ACTIVE_IMPORT_REGISTER)
                        .map(sample -> sample.value())
                        .toList();
        return register.isEmpty()
                ? BigDecimal.ZERO
                : register.getLast().subtract(register.getFirst());
    }
}
