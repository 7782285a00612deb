/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.bench.ServiceTables;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.codec.OcppCodec;
import io.ohmnibus.ocpp.codec.Side;
import io.ohmnibus.ocpp.message.TransactionEventRequest;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever loses, doubles or alters something billable is found out. */
@EmbeddedTest
final class TransactionCheckIT {

    private static final OcppCodec CODEC = OcppCodec.of(OcppVersion.V2_1, Side.CSMS);
    private static final String[] TABLES = {
        "/db/migration/transaction/V1__transactions_and_meter_values.sql",
        "/db/migration/transaction/V41__meter_value_retention.sql",
        "/db/migration/transaction/V61__measurements.sql"
    };

    private final Book book = new Book();
    private ServiceTables tables = new ServiceTables("");

    @BeforeEach
    void oneTransactionAsItShouldBe(TestDatabase database) throws IOException, SQLException {
        tables = ServiceTables.create(database, "transaction", TABLES);
        store("Started", 0, 100);
        store("Ended", 1, 350);
        execute(
                """
                insert into transactions (tenant, station_id, transaction_id, state, seq_nos, gaps,
                  last_event_at, first_received_at, last_received_at, began_at, energy_total, flags)
                values ('default', 'CS', 'T', 'Ended', '0-1', '', now(), now(), now(), now(), 250, '{}')
                """);
    }

    @Test
    void findsNothingWhereNothingIsWrong() {
        assertThat(found()).isEmpty();
    }

    @Test
    void findsAnEventThatIsMissing() throws SQLException {
        execute("delete from transaction_events where seq_no = 1");
        assertThat(found()).containsExactly(Map.entry(TransactionCheck.EVENTS_MISSING, 1L));
    }

    @Test
    void findsAnEventThatIsThereTwice() throws SQLException {
        execute(
                """
                insert into transaction_events select tenant, station_id, transaction_id, seq_no, 'other',
                  true, event_type, trigger_reason, occurred_at, received_at, offline, message_id, version,
                  payload, answer from transaction_events where seq_no = 1
                """);
        assertThat(found()).containsExactly(Map.entry(TransactionCheck.EVENTS_DOUBLED, 1L));
    }

    @Test
    void findsAnEventThatSaysSomethingElse() throws SQLException {
        execute(
                "update transaction_events set payload = replace(payload::text, '350', '351')::json where seq_no = 1");
        assertThat(found()).containsExactly(Map.entry(TransactionCheck.EVENTS_ALTERED, 1L));
    }

    @Test
    void findsATransactionWithoutARowAndOneOfNobody() throws SQLException {
        execute("update transactions set transaction_id = 'X'");
        assertThat(found())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(TransactionCheck.MISSING, 1L, TransactionCheck.UNKNOWN, 1L));
    }

    @Test
    void findsWrongEnergyAndAnEndThatDidNotCount() throws SQLException {
        execute("update transactions set energy_total = 250.1, state = 'Ongoing'");
        assertThat(found())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(TransactionCheck.ENERGY, 1L, TransactionCheck.NOT_ENDED, 1L));
    }

    @Test
    void findsMeterValuesThatWereCountedTwice() throws SQLException {
        execute("insert into measurements select * from measurements where seq_no = 0");
        assertThat(found()).containsExactly(Map.entry(TransactionCheck.VALUES, 1L));
    }

    @Test
    void findsAnEventThatWasNeverAcknowledged() {
        book.happened("CS", event("Ended", 2, 350));
        assertThat(found()).containsExactly(Map.entry(TransactionCheck.EVENTS_OPEN, 1L));
    }

    private Map<String, Long> found() {
        Verdict verdict = new Verdict();
        new TransactionCheck(new Rows(tables.url()), book, verdict).run();
        assertThat(verdict.figures()).containsKey("energy in the database, Wh");
        return verdict.mustBeZero().entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The event in the book and in the tables. */
    private void store(String type, int seqNo, int register) throws SQLException {
        TransactionEventRequest event = event(type, seqNo, register);
        book.happened("CS", event);
        book.acknowledged("CS", event);
        execute(
                """
                insert into transaction_events (tenant, station_id, transaction_id, seq_no, content_hash,
                  conflicting, event_type, trigger_reason, occurred_at, received_at, offline, message_id,
                  version, payload, answer)
                values ('default', 'CS', 'T', %d, 'hash', false, '%s', 'CablePluggedIn', now(), now(), false,
                  'm', 'ocpp2.1', '%s', '{}')
                """
                        .formatted(seqNo, type, payload(type, seqNo, register)));
        execute(
                """
                insert into measurements
                values ('default', 'CS', now(), 'm', null, 'T', %d, '[{"value": %d}]')
                """
                        .formatted(seqNo, register));
    }

    private static TransactionEventRequest event(String type, int seqNo, int register) {
        return CODEC.readPayload(
                TransactionEventRequest.class,
                payload(type, seqNo, register).getBytes(StandardCharsets.UTF_8));
    }

    private static String payload(String type, int seqNo, int register) {
        return """
        {"eventType":"%s","meterValue":[{"sampledValue":[{"value":%d,"measurand":"Energy.Active.Import.Register"}],        "timestamp":"2026-01-02T03:04:05Z"}],"timestamp":"2026-01-02T03:04:05Z",        "triggerReason":"CablePluggedIn","seqNo":%d,"transactionInfo":{"transactionId":"T"}}\
        """
                .formatted(type, register, seqNo);
    }

    private void execute(String sql) throws SQLException {
        tables.execute(sql);
    }
}
