/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.crash;

import io.ohmnibus.bench.crash.Book.Noted;
import io.ohmnibus.bench.crash.Book.TransactionName;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.codec.OcppCodec;
import io.ohmnibus.ocpp.codec.Side;
import io.ohmnibus.ocpp.message.TransactionEventRequest;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Compares the tables of transactions with the stations' book. */
final class TransactionCheck {

    static final String EVENTS_MISSING = "acknowledged events that are not in the database";
    static final String EVENTS_DOUBLED = "events that are in the database more than once";
    static final String EVENTS_ALTERED = "events whose content is not what the station sent";
    static final String EVENTS_UNKNOWN = "events in the database that no station had";
    static final String EVENTS_OPEN = "events that were never acknowledged";
    static final String MISSING = "transactions that are missing";
    static final String UNKNOWN = "transactions that no station had";
    static final String ENERGY = "transactions with another energy than in the stations' book";
    static final String NOT_ENDED =
            "ended transactions that have not ended in the database, or have gaps";
    static final String VALUES = "events with more or fewer meter values than sent";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private final Rows rows;
    private final Map<TransactionName, SortedMap<Integer, Noted>> book;
    private final Verdict verdict;

    TransactionCheck(Rows rows, Book book, Verdict verdict) {
        this.rows = rows;
        this.book = book.transactions();
        this.verdict = verdict;
    }

    void run() {
        for (String fault :
                new String[] {
                    EVENTS_MISSING,
                    EVENTS_DOUBLED,
                    EVENTS_ALTERED,
                    EVENTS_UNKNOWN,
                    EVENTS_OPEN,
                    MISSING,
                    UNKNOWN,
                    ENERGY,
                    NOT_ENDED,
                    VALUES
                }) {
            verdict.lookFor(fault);
        }
        events();
        transactions();
        meterValues();
    }

    private void events() {
        Map<TransactionName, Map<Integer, Integer>> stored = new HashMap<>();
        long[] offline = new long[1];
        rows.each(
                """
                select station_id, transaction_id, seq_no, version, payload::text, offline
                from transaction.transaction_events
                """,
                row -> {
                    TransactionName key = key(row);
                    int seqNo = row.getInt(3);
                    stored.computeIfAbsent(key, _ -> new TreeMap<>()).merge(seqNo, 1, Integer::sum);
                    offline[0] += row.getBoolean(6) ? 1 : 0;
                    compare(key, seqNo, row.getString(4), row.getString(5));
                });
        long[] counts = new long[3];
        book.forEach((key, events) ->
                events.forEach((seqNo, noted) -> {
                    int times = stored.getOrDefault(key, Map.of()).getOrDefault(seqNo, 0);
                    counts[0]++;
                    counts[1] += noted.acknowledged() ? 1 : 0;
                    counts[2] += times;
                    if (!noted.acknowledged()) {
                        verdict.fault(EVENTS_OPEN, key + " " + seqNo);
                    } else if (times == 0) {
                        verdict.fault(EVENTS_MISSING, key + " " + seqNo);
                    }
                    if (times > 1) {
                        verdict.fault(EVENTS_DOUBLED, key + " " + seqNo + ": " + times);
                    }
                }));
        verdict.figure("TransactionEvents that happened", counts[0]);
        verdict.figure("of them acknowledged", counts[1]);
        verdict.figure("rows for them", counts[2]);
        verdict.figure("of them marked as offline", offline[0]);
    }

    private void compare(TransactionName key, int seqNo, String version, String payload) {
        Noted noted = book.getOrDefault(key, new TreeMap<>()).get(seqNo);
        if (noted == null) {
            verdict.fault(EVENTS_UNKNOWN, key + " " + seqNo);
            return;
        }
        String sent = content(wire(version, noted.event()));
        if (!sent.equals(content(payload))) {
            verdict.fault(
                    EVENTS_ALTERED, "%s %d: %s, sent %s".formatted(key, seqNo, payload, sent));
        }
    }

    private static String wire(String version, TransactionEventRequest event) {
        OcppVersion spoken =
                Arrays.stream(OcppVersion.values())
                        .filter(known -> known.subprotocol().equals(version))
                        .findFirst()
                        .orElseThrow();
        return new String(
                OcppCodec.of(spoken, Side.STATION).writePayload(event),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    /** All of it but the mark that an event was queued. */
    private static String content(String payload) {
        ObjectNode node = (ObjectNode) JSON.readTree(payload);
        node.remove("offline");
        return node.toString();
    }

    private void transactions() {
        Set<TransactionName> stored = new HashSet<>();
        BigDecimal[] energy = {BigDecimal.ZERO};
        Map<String, Long> flags = new TreeMap<>();
        rows.each(
                """
                select station_id, transaction_id, state, gaps, coalesce(energy_total, 0),
                  array_to_string(flags, ' ')
                from transaction.transactions
                """,
                row -> {
                    TransactionName key = key(row);
                    stored.add(key);
                    energy[0] = energy[0].add(row.getBigDecimal(5));
                    for (String flag : row.getString(6).split(" ", -1)) {
                        flags.merge(flag, 1L, Long::sum);
                    }
                    compare(key, row);
                });
        book.forEach((key, events) -> {
            if (!stored.contains(key) && events.values().stream().anyMatch(Noted::acknowledged)) {
                verdict.fault(MISSING, key.toString());
            }
        });
        BigDecimal inBook =
                book.values().stream().map(Book::energy).reduce(BigDecimal.ZERO, BigDecimal::add);
        verdict.figure("transactions in the stations' book", book.size());
        verdict.figure("transactions in the database", stored.size());
        flags.remove("");
        flags.forEach((flag, count) -> verdict.figure("of them flagged as " + flag, count));
        verdict.figure("energy in the stations' book, Wh", inBook.longValue());
        verdict.figure("energy in the database, Wh", energy[0].longValue());
    }

    private void compare(TransactionName key, ResultSet row) throws SQLException {
        SortedMap<Integer, Noted> events = book.get(key);
        if (events == null) {
            verdict.fault(UNKNOWN, key.toString());
            return;
        }
        BigDecimal energy = Book.energy(events);
        if (row.getBigDecimal(5).compareTo(energy) != 0) {
            verdict.fault(ENERGY, "%s: %s, book %s".formatted(key, row.getBigDecimal(5), energy));
        }
        boolean complete = "Ended".equals(row.getString(3)) && row.getString(4).isEmpty();
        if (Book.ended(events) && !complete) {
            verdict.fault(
                    NOT_ENDED,
                    "%s: %s, gaps \"%s\"".formatted(key, row.getString(3), row.getString(4)));
        }
    }

    private void meterValues() {
        Map<TransactionName, Map<Integer, Integer>> stored = new HashMap<>();
        long[] all = new long[1];
        rows.each(
                """
                select station_id, transaction_id, seq_no, count(*) from transaction.meter_values
                where transaction_id is not null group by 1, 2, 3
                """,
                row -> {
                    all[0] += row.getInt(4);
                    stored.computeIfAbsent(key(row), _ -> new TreeMap<>())
                            .put(row.getInt(3), row.getInt(4));
                });
        book.forEach((key, events) ->
                events.forEach((seqNo, noted) -> {
                    int times = stored.getOrDefault(key, Map.of()).getOrDefault(seqNo, 0);
                    if (noted.acknowledged() && times != values(noted.event())) {
                        verdict.fault(
                                VALUES,
                                "%s %d: %d, sent %d"
                                        .formatted(key, seqNo, times, values(noted.event())));
                    }
                }));
        verdict.figure("meter values in the database", all[0]);
    }

    private static int values(TransactionEventRequest event) {
        var meterValues = event.meterValue();
        return meterValues == null
                ? 0
                : meterValues.stream().mapToInt(value -> value.sampledValue().size()).sum();
    }

    private static TransactionName key(ResultSet row) throws SQLException {
        return new TransactionName(row.getString(1), row.getString(2));
    }
}
